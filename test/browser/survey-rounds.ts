import { newId } from '../../web/portal/case/new-id.ts';
import { callAs } from './api.ts';
import { decideAs } from './applications.ts';

const DAYS = { from: '2026-04-21', to: '2026-05-29' };

interface File {
  units: { unit: string; name: string; link?: string }[];
}

/** A round that is being answered. */
export interface OpenRound {
  /** By units in one word, such as `kita:biebelnheim`. */
  linkOf(unit: string): string;
  nameOf(unit: string): string;
  /** The first social area that it asks, in one word. */
  area: string;
  /** Ends it, before its last day. */
  end(): Promise<void>;
}

/** Opens a round for those who answer through a link, past the pages. */
export const openRound = async (): Promise<OpenRound> => {
  const id = newId();
  const path = `/api/survey-rounds/${id}`;
  await callAs('coordinator', 'PUT', path, {
    body: { year: 2026, ...DAYS, groups: ['parents', 'social-area'] },
  });
  await decideAs('coordinator', id, 'open', { saved: 1, then: 'open' });
  const { units } = await callAs<File>('coordinator', 'GET', path);
  const of = (unit: string) => {
    const found = units.find((one) => one.unit === unit);
    if (!found?.link) throw new Error(`${unit} has no link`);
    return { ...found, link: found.link };
  };
  return {
    linkOf: (unit) => of(unit).link,
    nameOf: (unit) => of(unit).name,
    area: units.find(({ unit }) => unit.startsWith('social-area:'))?.unit ?? '',
    end: () => decideAs('coordinator', id, 'end-round', { then: 'evaluation' }),
  };
};
