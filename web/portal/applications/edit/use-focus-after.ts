import { useLayoutEffect, useRef } from 'preact/hooks';

/** Puts the focus on something that comes only with the next rendering, by its id. */
export const useFocusAfter = () => {
  const wanted = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    const element = wanted.current === undefined ? null : document.getElementById(wanted.current);
    if (!element) return;
    wanted.current = undefined;
    element.focus();
  });
  return (id: string): void => {
    wanted.current = id;
  };
};
