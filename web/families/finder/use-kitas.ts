import { useEffect, useState } from 'preact/hooks';
import type { KitaItem } from '../../../domain/api/families.ts';
import { kitas } from '../api/families.ts';

export type Search =
  | { state: 'idle' }
  | { state: 'searching' }
  | { state: 'failed' }
  | { state: 'found'; items: KitaItem[]; more: boolean };

const LEAST = 2;
const PAUSE = 250;

/** Searches when typing pauses; an answer to what is no longer typed is dropped. */
export const useKitas = (typed: string): Search => {
  const [search, set] = useState<Search>({ state: 'idle' });
  const q = typed.trim();
  useEffect(() => {
    if (q.length < LEAST) return set({ state: 'idle' });
    const stop = new AbortController();
    const timer = setTimeout(() => {
      set((last) => (last.state === 'found' ? last : { state: 'searching' }));
      kitas(q, stop.signal).then(
        ({ items, cursor }) => set({ state: 'found', items, more: cursor !== undefined }),
        () => stop.signal.aborted || set({ state: 'failed' }),
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [q]);
  return search;
};
