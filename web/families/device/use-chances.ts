import { useEffect } from 'preact/hooks';

/** How often what waits is tried, in milliseconds, where no event tells that the network is back. */
const AGAIN = 30_000;

/** Calls back when the network may be back: the browser says so, the page is looked at again, or some time went by. */
export const useChances = (wanted: boolean, take: () => void): void =>
  useEffect(() => {
    if (!wanted) return;
    const isSeen = () => document.visibilityState === 'visible' && take();
    const timer = setInterval(isSeen, AGAIN);
    addEventListener('online', take);
    document.addEventListener('visibilitychange', isSeen);
    return () => {
      clearInterval(timer);
      removeEventListener('online', take);
      document.removeEventListener('visibilitychange', isSeen);
    };
  }, [wanted]);
