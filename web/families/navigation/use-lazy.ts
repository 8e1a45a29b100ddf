import { useEffect, useState } from 'preact/hooks';

/** A part of the page that is fetched when it is first shown. `failed` offers a second try. */
export const useLazy = <Part>(load: () => Promise<Part>) => {
  const [part, setPart] = useState<{ value: Part }>();
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  // A new attempt is the reason to load again.
  useEffect(() => {
    let wanted = true;
    setFailed(false);
    load().then(
      (value) => wanted && setPart({ value }),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [load, attempt]);
  return { part: part?.value, failed, again: () => setAttempt((n) => n + 1) };
};
