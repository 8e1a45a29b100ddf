import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export interface Loaded<T> {
  data?: T;
  error?: unknown;
  loading: boolean;
  reload(): void;
  /** Puts in what a write has answered. */
  put(data: T): void;
}

/**
 * Loads when the page is shown and again when `key` changes; old data stay visible while the same key loads again, and an
 * answer that comes too late is dropped.
 */
export const useLoad = <T>(key: string, load: () => Promise<T>): Loaded<T> => {
  const [state, setState] = useState<{ key: string; data?: T; error?: unknown; loading: boolean }>({
    key,
    loading: true,
  });
  const [turn, setTurn] = useState(0);
  const latest = useRef(load);
  latest.current = load;
  // `turn` asks for the same again
  useEffect(() => {
    let wanted = true;
    setState((old) => ({ key, loading: true, ...(old.key === key && { data: old.data }) }) as typeof old);
    latest.current().then(
      (data) => wanted && setState({ key, data, loading: false }),
      (error: unknown) =>
        wanted && setState((old) => ({ ...(old.key === key ? old : { key }), error, loading: false })),
    );
    return () => {
      wanted = false;
    };
  }, [key, turn]);
  const reload = useCallback(() => setTurn((n) => n + 1), []);
  const put = useCallback((data: T) => setState({ key, data, loading: false }), [key]);
  const shown = state.key === key ? state : { loading: true };
  return { ...shown, reload, put };
};
