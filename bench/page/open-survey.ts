import type { Machine } from '../machine.ts';
import { newId } from '../new-id.ts';

interface Round {
  at: string;
  units: { unit: string; link?: string }[];
}

/** A Kita of the demonstration. */
const UNIT = 'kita:biebelnheim';

/** Opens a round of the needs survey. @returns the address that stands on a Kita's poster, from the path on */
export const openSurvey = async ({ call, idle }: Machine): Promise<string> => {
  const id = newId();
  const path = `/api/survey-rounds/${id}`;
  const as = 'coordinator';
  await call('PUT', path, {
    as,
    body: { year: 2026, from: '2026-04-28', to: '2026-05-29', groups: ['parents'] },
  });
  await idle();
  const { at, version } = await call<{ at: string; version: number }>('GET', `/api/submissions/${id}`, {
    as,
  });
  await call('POST', `/api/submissions/${id}/decisions`, {
    as,
    body: { step: at, action: 'open', version, saved: 1 },
  });
  await idle();
  const { units } = await call<Round>('GET', path, { as });
  const link = units.find(({ unit }) => unit === UNIT)?.link;
  if (!link) throw new Error(`${UNIT} has no link`);
  return `/umfrage#${link}`;
};
