import { useEffect, useState } from 'preact/hooks';
import { keptSearch } from '../language/wished-language.ts';
import { type View, viewOf, views } from './views.ts';

const MOVED = 'moved';
let moved = false;

/** Whether the person moved inside the page: only then a new view takes the focus. */
export const hasMoved = (): boolean => moved;

export const href = (view: View): string => views[view] + keptSearch();

/** How many entries of this page lie below the present one in the tab's history. */
export const depth = (): number => (history.state as { depth?: number } | null)?.depth ?? 0;

/** Shows another view; `replace` where the way back must not lead to the present one. */
export const go = (view: View, { replace = false } = {}): void => {
  if (replace) history.replaceState({ depth: depth() }, '', href(view));
  else history.pushState({ depth: depth() + 1 }, '', href(view));
  moved = true;
  dispatchEvent(new Event(MOVED));
};

export const useView = (): View | undefined => {
  const [view, show] = useState(() => viewOf(location.pathname));
  useEffect(() => {
    const follow = (event: Event) => {
      if (event.type === 'popstate') moved = true;
      show(viewOf(location.pathname));
    };
    addEventListener('popstate', follow);
    addEventListener(MOVED, follow);
    return () => {
      removeEventListener('popstate', follow);
      removeEventListener(MOVED, follow);
    };
  }, []);
  return view;
};
