import { useEffect, useState } from 'preact/hooks';
import { type Place, placeOf, TASKS } from './routes.ts';

/** The hash of the view that is shown. Hashes that name no view (a link to a field) are put back, so that a reload works. */
export const usePlace = (): { hash: string; place: Place } => {
  const [hash, setHash] = useState(() => (placeOf(location.hash) ? location.hash || TASKS : TASKS));
  useEffect(() => {
    const follow = () => {
      if (placeOf(location.hash)) setHash(location.hash || TASKS);
      else history.replaceState(null, '', hash);
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [hash]);
  return { hash, place: placeOf(hash) ?? { view: 'unknown' } };
};
