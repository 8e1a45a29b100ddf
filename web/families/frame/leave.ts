import { forgetTab } from '../device/storage.ts';
import { depth } from '../navigation/navigate.ts';

/** Where to, as long as the county has not said it: an everyday page that nobody wonders about. */
const EVERYDAY = 'https://www.dwd.de';

/**
 * Leaves at once: empties the screen and what the tab remembers, goes back below all views of this page, and puts a
 * harmless page in their place, so that the back button does not lead here again.
 */
export const leave = (to: string = EVERYDAY): void => {
  document.documentElement.hidden = true;
  forgetTab();
  // Should the browser ever bring this page back from its memory, it begins anew and knows nothing.
  addEventListener('pageshow', (event) => event.persisted && location.reload());
  const replace = () => location.replace(to);
  if (depth() === 0) {
    replace();
    return;
  }
  addEventListener('popstate', replace, { once: true });
  // Should the browser not go back, leaving matters more than the history.
  setTimeout(replace, 300);
  history.go(-depth());
};
