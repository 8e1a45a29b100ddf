import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Part } from '../addresses.ts';

/**
 * The focus goes with the parts of the editor: to a part's heading, or to the input that a link in the summary led to.
 * @returns leads to an input that comes with another part
 */
export const usePartFocus = (part: Part) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const wanted = useRef<string | undefined>(undefined);
  const shown = useRef(part);
  useLayoutEffect(() => {
    const input = wanted.current === undefined ? null : document.getElementById(wanted.current);
    const isNew = shown.current !== part;
    shown.current = part;
    if (input) {
      wanted.current = undefined;
      input.focus();
    } else if (isNew) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
  });
  return {
    heading,
    focusOn: (id: string) => {
      wanted.current = id;
    },
  };
};
