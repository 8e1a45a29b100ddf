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

interface ScreenState {
  screen?: number;
  /** The screen that lies below in the tab's history. */
  below?: number;
}
const screenState = (): ScreenState => (history.state as ScreenState | null) ?? {};
/** The screen of a view that has several; the address stays as it is, and so does what it leads to. */
const screen = (): number => screenState().screen ?? 0;

/** Shows another screen of the view. The way back leads to the one before, as with a view. */
export const goToScreen = (next: number, { replace = false } = {}): void => {
  if (replace) history.replaceState({ depth: depth(), screen: next }, '');
  else history.pushState({ depth: depth() + 1, screen: next, below: screen() }, '');
  moved = true;
  dispatchEvent(new Event(MOVED));
};

/** Shows the screen before: by the tab's history where it lies below, as the browser's own arrow does. */
export const goBackToScreen = (before: number): void => {
  if (screenState().below === before) history.back();
  else goToScreen(before, { replace: true });
};

/** Leads to what a fragment names, within the view. */
export const goToFragment = (fragment: string): void => {
  history.pushState({ depth: depth() + 1 }, '', `#${fragment}`);
  moved = true;
  dispatchEvent(new Event(MOVED));
};

const useMoves = (follow: (event: Event) => void): void =>
  useEffect(() => {
    addEventListener('popstate', follow);
    addEventListener(MOVED, follow);
    return () => {
      removeEventListener('popstate', follow);
      removeEventListener(MOVED, follow);
    };
  }, []);

export const useScreen = (): number => {
  const [shown, show] = useState(screen);
  useMoves(() => show(screen()));
  return shown;
};

/** What stands behind the # of the address; it is sent to nobody. */
export const useFragment = (): string => {
  const [fragment, read] = useState(location.hash.slice(1));
  useMoves(() => read(location.hash.slice(1)));
  return fragment;
};

export const useView = (): View | undefined => {
  const [view, show] = useState(() => viewOf(location.pathname));
  useMoves((event) => {
    if (event.type === 'popstate') moved = true;
    show(viewOf(location.pathname));
  });
  return view;
};
