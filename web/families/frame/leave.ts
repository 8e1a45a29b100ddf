import { forget, forgetBegun, keep, kept } from '../device/storage.ts';
import { depth } from '../navigation/navigate.ts';

/** Where to, as long as the county has not said it: an everyday page that nobody wonders about. */
const EVERYDAY = 'https://www.dwd.de';

/** That this tab was left, and where to: all that it remembers from then on. */
const LEFT = 'left';

const isByArrows = () =>
  performance
    .getEntriesByType('navigation')
    .some((entry) => 'type' in entry && entry.type === 'back_forward');

/**
 * Whether somebody who left quickly has come upon the page again with the browser's arrows: forward, the views that lay
 * above still stand in the tab's history. Then it leads away once more. Who asks for the page anew gets it.
 */
export const isLeft = (): boolean => {
  const to = kept<string>('tab', LEFT);
  if (to && isByArrows()) {
    location.replace(to);
    return true;
  }
  forget('tab', LEFT);
  return false;
};

/**
 * Leaves at once: empties the screen and what the tab remembers, goes back below all views of this page, and puts a
 * harmless page in their place, so that the back button does not lead here again.
 */
export const leave = (to: string = EVERYDAY): void => {
  document.documentElement.hidden = true;
  keep('tab', LEFT, to);
  forgetBegun(LEFT);
  const replace = () => location.replace(to);
  // Should the browser ever bring this page back from its memory, it leads away again.
  addEventListener('pageshow', (event) => event.persisted && replace());
  if (depth() === 0) {
    replace();
    return;
  }
  addEventListener('popstate', replace, { once: true });
  // Should the browser not go back, leaving matters more than the history.
  setTimeout(replace, 300);
  history.go(-depth());
};
