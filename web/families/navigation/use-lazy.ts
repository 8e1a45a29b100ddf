import { useEffect, useState } from 'preact/hooks';

/** A part of the page that is fetched when it is first shown. */
export const useLazy = <Part>(load: () => Promise<Part>) => {
  const [part, setPart] = useState<{ value: Part }>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    load().then(
      (value) => wanted && setPart({ value }),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [load]);
  return { part: part?.value, failed };
};
