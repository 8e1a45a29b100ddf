import type { ComponentType } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { View, ViewProps } from './area.ts';

const opened = new Map<View, ComponentType<ViewProps>>();

/** A view with all that it needs, fetched when it is shown for the first time. */
export const useView = (view: View) => {
  const [state, setState] = useState<{ view?: View; error?: unknown }>({});
  const fetchView = useCallback(() => {
    view.load().then(
      (component) => {
        opened.set(view, component);
        setState({ view });
      },
      (error: unknown) => setState({ view, error }),
    );
  }, [view]);
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
