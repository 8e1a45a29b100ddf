import { randomUUID } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Group, isLinked } from '../../domain/survey/group.ts';
import type { RoundUnit } from '../../domain/survey/round-unit.ts';
import { unitKindOf, unitName } from '../../domain/survey/unit.ts';
import type { Store, SurveyStore } from '../../functions/store/client.ts';
import { headItem } from '../../functions/store/heads.ts';
import { newLink, putUnit } from '../../functions/store/rounds.ts';
import type { SurveyAnswerItem } from '../../functions/store/survey-answers.ts';
import { readAnswers, readCounts } from '../../functions/store/survey-counts.ts';
import { transact } from '../../functions/store/transact.ts';
import { newId, START } from '../server.ts';

export interface RoundOptions {
  at?: string;
  from?: string;
  to?: string;
  groups?: Partial<Record<Group, number>>;
  extensions?: Record<string, string>;
  units?: readonly Omit<RoundUnit, 'link'>[];
}

const KITAS = [
  { kind: 'kita' as const, id: 'biebelnheim', name: 'Kita Biebelnheim', places: 75 },
  { kind: 'kita' as const, id: 'wahlheim', name: 'Kita Wahlheim' },
  { kind: 'social-area' as const, id: 'alzey-land', name: 'Alzey-Land' },
];

/** A round in whatever step, put beside every process: who answers does not care how it came there. */
export const putRound = async (store: Store, options: RoundOptions = {}) => {
  const { units = KITAS, at = 'open', from = '2026-04-27', to = '2026-05-15', extensions = {} } = options;
  const { groups = { parents: 1, children: 1, 'social-area': 1 } } = options;
  const id = newId();
  const links: Record<string, string> = {};
  const put = (now: Partial<RoundOptions> = {}) =>
    store.db.send(
      new PutCommand({
        TableName: store.table,
        Item: headItem({
          id,
          form: 'survey-round',
          process: { name: 'survey-round', version: 1 },
          version: 1,
          rev: 1,
          createdAt: START,
          at: now.at ?? at,
          visit: 1,
          since: START,
          due: '2027-01-01T00:00:00.000Z',
          missed: 0,
          run: 0,
          runSince: START,
          excluded: [],
          log: { n: 0, hash: '' },
          owed: {},
          about: {
            year: 2026,
            from,
            to: now.to ?? to,
            groups,
            saved: 1,
            savedBy: 'coordinator',
            savedAt: START,
            units: units.length,
            extensions: now.extensions ?? extensions,
          },
        }),
      }),
    );
  await put();
  for (const unit of units) {
    const group = (Object.keys(groups) as Group[]).find(
      (one) => isLinked(one) && unitKindOf[one] === unit.kind,
    );
    const link = group && newLink();
    if (link) links[unitName(unit)] = link;
    await transact(store, putUnit(store, id, { ...unit, ...(link && { link }) }, group));
  }
  /** @param now what has changed of the round since */
  return { id, links, linkOf: (unit: string) => links[unit] ?? '', change: put };
};

/** An id as a browser makes one: it tells no time. */
export const newAnswerId = (): string => randomUUID();

/** What was counted, and the answers, of a group and unit. */
export const keptOf = async (store: SurveyStore, of: { round: string; group: Group; unit: string }) => {
  const answers: SurveyAnswerItem[] = [];
  for await (const one of readAnswers(store, of)) answers.push(one);
  return { counts: await readCounts(store, of), answers };
};
