import { randomUUID } from 'node:crypto';
import { marshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { anyAnswers } from '../../domain/survey/any-answers.test-data.ts';
import { addCounts, type Counts, countsOf } from '../../domain/survey/counts.ts';
import { evaluate } from '../../domain/survey/evaluation/evaluate.ts';
import { latestQuestionnaire } from '../../domain/survey/questionnaires.ts';
import { createRegisters } from '../../functions/cases/registers.ts';
import type { SurveyStore } from '../../functions/store/client.ts';
import { SHARDS, surveyAnswerKey, surveyCountsKey } from '../../functions/store/keys.ts';
import { putUnit, readUnits } from '../../functions/store/rounds.ts';
import { readAnswers } from '../../functions/store/survey-counts.ts';
import { transact } from '../../functions/store/transact.ts';
import { evaluateRound } from '../../functions/workflow/freeze-round.ts';
import type { Item } from '../../local/dynamodb/dynalite.ts';
import type { Call } from '../../local/observe.ts';
import { ANSWERS_TABLE } from '../../local/tables.ts';
import { startTable } from '../lists/table.ts';
import { interleaved, median, ms } from '../measure.ts';
import { newId } from '../new-id.ts';
import { itemsRead, unitsRead } from '../reads.ts';
import type { Section } from '../report.ts';

const SIZES = [1_000, 100_000, 1_000_000] as const;
/** Of more answers only the counters are written: the answers themselves would take longer than all the rest. */
const MOST_ANSWERS = 100_000;
/** A county. */
const KITAS = 100;

const questionnaire = latestQuestionnaire('parents');
const units = Array.from({ length: KITAS }, (_, n) => ({
  kind: 'kita' as const,
  id: `kita-${n}`,
  name: `Kita ${n}`,
  municipality: { id: `m-${n % 8}`, name: `M ${n % 8}` },
  socialArea: { id: `s-${n % 20}`, name: `S ${n % 20}` },
}));
const some = fc.sample(anyAnswers(questionnaire), { numRuns: 200, seed: 5 });
const counted = some.map((answers) => countsOf(questionnaire, answers));

/** Who answers in a Kita, of so many: whichever of the examples comes next. */
const inKita = (kita: number, answers: number) =>
  Array.from({ length: answers / KITAS }, (_, n) => (n * KITAS + kita) % some.length);

interface Size {
  round: string;
  answers: number;
}

const of = ({ round }: Size, kita: number) => ({
  round,
  group: 'parents' as const,
  unit: `kita:kita-${kita}`,
});

/** The counters as so many answers leave them, each in its shard. */
function* counters(size: Size) {
  for (const [kita] of units.entries()) {
    const shards = SHARDS.map((): Counts[] => []);
    // What the examples come to is added as often as it occurs: a million times one by one would be the peer's work.
    const times = new Map<number, number>();
    for (const one of inKita(kita, size.answers)) times.set(one, (times.get(one) ?? 0) + 1);
    for (const [one, count] of times)
      shards[one % SHARDS.length]?.push(
        Object.fromEntries(Object.entries(counted[one] ?? {}).map(([name, n]) => [name, n * count])),
      );
    for (const [n, shard] of SHARDS.entries())
      yield marshall({
        ...surveyCountsKey(of(size, kita), shard),
        ...addCounts(...(shards[n] ?? [])),
      }) as Item;
  }
}

function* answersOf(size: Size) {
  for (const [kita] of units.entries())
    for (const one of inKita(kita, size.answers))
      yield marshall({
        ...surveyAnswerKey(of(size, kita), randomUUID()),
        questionnaire: questionnaire.version,
        answers: some[one],
        hash: '',
      }) as Item;
}

/** The peer: every answer read and counted. */
const fromAnswers = async (store: SurveyStore, size: Size) => {
  const asked = await readUnits(store, size.round);
  const counts = new Map<string, Counts>();
  for (const [kita] of units.entries()) {
    const sum: Record<string, number> = {};
    for await (const { answers } of readAnswers(store, of(size, kita)))
      for (const [name, count] of Object.entries(countsOf(questionnaire, answers)))
        sum[name] = (sum[name] ?? 0) + count;
    counts.set(of(size, kita).unit, sum);
  }
  return evaluate(questionnaire, { units: asked, county: 'County' }, counts);
};

const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
};

/** Evaluating a round from its counters in the table, beside reading and counting its answers. */
export const evaluations = async (rounds: number): Promise<Section> => {
  let calls: Call[] = [];
  const table = await startTable((call) => {
    if (call.phase === 'after') calls.push(call);
  });
  const deps = { store: table.store, registers: createRegisters(table.store) };
  const about = {
    year: 2026,
    from: '2026-04-01',
    to: '2026-05-01',
    groups: { parents: questionnaire.version },
  };
  const ours = ({ round }: Size) => evaluateRound(deps, { id: round, about } as never);
  const costOf = async (run: () => Promise<unknown>) => {
    calls = [];
    await run();
    return {
      items: calls.reduce((sum, call) => sum + itemsRead(call), 0),
      units: calls.reduce((sum, call) => sum + unitsRead(call), 0),
    };
  };
  const text = ({ items, units: read }: { items: number; units: number }) =>
    `${items.toLocaleString('en')} (${read} units)`;
  const rows: Section['rows'] = [];
  let first: number | undefined;
  try {
    for (const answers of SIZES) {
      const size = { round: newId(), answers };
      for (const unit of units) await transact(table.store, putUnit(table.store, size.round, unit));
      await table.write(counters(size), ANSWERS_TABLE);
      const hasAnswers = answers <= MOST_ANSWERS;
      if (hasAnswers) await table.write(answersOf(size), ANSWERS_TABLE);
      const peer = () => fromAnswers(table.store, size);
      // The registers are remembered; and both must come to the same, or one of them is no evaluation.
      const [mine] = await ours(size);
      if (hasAnswers && JSON.stringify(mine?.figures) !== JSON.stringify((await peer()).figures))
        throw new Error(`${answers} answers: the counters and the answers give other results`);
      const our = await costOf(() => ours(size));
      const their = hasAnswers ? await costOf(peer) : undefined;
      const times = await interleaved(['ours', 'peer'] as const, hasAnswers ? rounds : 1, (name) =>
        name === 'ours' || hasAnswers
          ? timed(() => (name === 'ours' ? ours(size) : peer()))
          : Promise.resolve(0),
      );
      const name = `${answers.toLocaleString('en')} answers`;
      rows.push(
        {
          name: `${name}: items read`,
          ours: text(our),
          ...(their && { peer: `${text(their)} every answer`, ratio: our.items / their.items }),
          ...(first !== undefined && { aim: `${first}, as at 1,000`, met: our.items <= first }),
        },
        {
          name: `${name}: time`,
          ours: ms(median(times.ours)),
          ...(their && {
            peer: `${ms(median(times.peer))} every answer`,
            ratio: median(times.ours) / median(times.peer),
          }),
        },
      );
      first ??= our.items;
    }
  } finally {
    await table.close();
  }
  return {
    about: 'The evaluation of a round',
    rows,
    notes: [
      `One group in a county of ${KITAS} Kitas, with everything that is hidden, on the embedded table: the units and ${SHARDS.length} counters of each are read. The peer reads and counts every answer, and comes to the same results; a million of them it was spared. Medians of ${rounds} interleaved runs.`,
    ],
  };
};
