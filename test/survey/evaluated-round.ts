import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { inventedCounts } from '../../domain/survey/evaluation/a-round.test-data.ts';
import { type AnonymousGroup, isAnonymous } from '../../domain/survey/group.ts';
import { unitKindOf, unitName } from '../../domain/survey/unit.ts';
import { surveyCountsKey } from '../../functions/store/keys.ts';
import { readUnits } from '../../functions/store/rounds.ts';
import type { TestServer } from '../server.ts';
import { surveyCases } from '../survey-cases.ts';

/** How many have answered for the n-th unit: of one in ten Kitas too few. */
const answeredOf = (group: AnonymousGroup, n: number): number => {
  if (n % 10 === 3) return 2;
  return group === 'social-area' ? 6 + (n % 5) : 10 + ((n * 7) % 41);
};

/** Puts counters as if so many had answered, and ends the round. */
export const fillRound = async (server: TestServer, round: string, seed = 1): Promise<void> => {
  const units = (await readUnits(server.store, round)).toSorted((a, b) =>
    unitName(a) < unitName(b) ? -1 : 1,
  );
  for (const group of ['parents', 'children', 'social-area'] as const)
    for (const [n, unit] of units.filter(({ kind }) => kind === unitKindOf[group]).entries()) {
      if (!isAnonymous(group)) continue;
      const Item = {
        ...surveyCountsKey({ round, group, unit: unitName(unit) }, '0'),
        ...inventedCounts(group, answeredOf(group, n), seed + n),
      };
      await server.store.db.send(new PutCommand({ TableName: server.store.answersTable, Item }));
    }
};

/** A round that everybody has answered, ended and evaluated. @returns its id */
export const evaluatedRound = async (server: TestServer, more: object = {}, seed = 1): Promise<string> => {
  const surveys = surveyCases(server);
  const round = await surveys.opened(more);
  await fillRound(server, round, seed);
  await surveys.decide('coordinator', round, 'end-round');
  await surveys.decide('coordinator', round, 'evaluate');
  return round;
};
