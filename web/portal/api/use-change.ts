import { useEffect, useRef } from 'preact/hooks';

/** Acts when a number that is known becomes another one: not at first. */
export const useChange = (value: number | undefined, act: () => void) => {
  const known = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (known.current !== undefined && value !== known.current) act();
    known.current = value;
  }, [value]);
};
