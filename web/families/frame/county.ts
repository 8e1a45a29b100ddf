import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CountyAnswer } from '../../../domain/api/families.ts';

/** What the county says of itself, in the page's language; undefined while it could not be fetched. */
export const County = createContext<CountyAnswer | undefined>(undefined);

export const useCounty = () => useContext(County);
