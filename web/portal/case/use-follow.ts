import { useEffect, useRef } from 'preact/hooks';

/** How soon a page looks again while the system is at work, and how often. */
const SOON_MS = 600;
const LOOKS = 25;

/** While a step of the system runs, looks again until a person has the turn. */
export const useFollow = (isAtWork: boolean, reload: () => void, seen: unknown) => {
  const looks = useRef(0);
  useEffect(() => {
    if (!isAtWork) looks.current = 0;
    if (!isAtWork || looks.current >= LOOKS) return;
    const timer = setTimeout(() => {
      looks.current += 1;
      reload();
    }, SOON_MS);
    return () => clearTimeout(timer);
  }, [isAtWork, seen]);
};
