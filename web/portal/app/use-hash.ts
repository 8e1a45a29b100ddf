import { useEffect, useState } from 'preact/hooks';
import { isPlace } from './place.ts';

/**
 * The hash of the view that is shown, or where the portal begins. Hashes that name no view (a link to a field) are put back,
 * so that a reload works.
 */
export const useHash = (home: string): string => {
  const [hash, setHash] = useState(() => (isPlace(location.hash) ? location.hash : home));
  useEffect(() => {
    const follow = () => {
      if (isPlace(location.hash) || location.hash === '') setHash(location.hash || home);
      else history.replaceState(null, '', hash);
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [hash, home]);
  return hash;
};
