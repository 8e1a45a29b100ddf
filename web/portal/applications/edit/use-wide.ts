import { useEffect, useState } from 'preact/hooks';

/** As wide as the list of parts needs to stand beside them (style/editor.css). */
const WIDE = '(min-width: 60.01rem)';

export const useWide = (): boolean => {
  const [isWide, setWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const media = matchMedia(WIDE);
    const follow = () => setWide(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return isWide;
};
