import type { ComponentType } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { learn } from '../texts.ts';
import type { Area, View, ViewProps } from './area.ts';

const opened = new Map<View, ComponentType<ViewProps>>();

const open = async (area: Area, view: View) => {
  const [component, words] = await Promise.all([view.load(), area.words?.()]);
  if (words) learn(words);
  opened.set(view, component);
};

/** A view and the words that it speaks, fetched when it is shown for the first time. */
export const useView = (area: Area, view: View) => {
  const [state, setState] = useState<{ view?: View; error?: unknown }>({});
  const fetchView = useCallback(() => {
    open(area, view).then(
      () => setState({ view }),
      (error: unknown) => setState({ view, error }),
    );
  }, [area, view]);
  useEffect(() => {
    if (!opened.has(view)) fetchView();
  }, [view, fetchView]);
  return {
    component: opened.get(view),
    error: state.view === view ? state.error : undefined,
    retry: () => {
      setState({});
      fetchView();
    },
  };
};
