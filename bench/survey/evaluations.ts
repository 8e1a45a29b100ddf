import { addCounts, type Counts, countsOf } from '../../domain/survey/counts.ts';
import { evaluate } from '../../domain/survey/evaluation/evaluate.ts';
import { surveyExample } from '../../domain/survey/example.ts';
import { latestQuestionnaire } from '../../domain/survey/questionnaires.ts';
import { interleaved, median, ms } from '../measure.ts';
import type { Section } from '../report.ts';

const SIZES = [1_000, 100_000, 1_000_000] as const;
/** A county. */
const KITAS = 100;
const SHARDS = 4;

const questionnaire = latestQuestionnaire('parents');
const units = Array.from({ length: KITAS }, (_, n) => ({
  kind: 'kita' as const,
  id: `kita-${n}`,
  name: `Kita ${n}`,
  municipality: { id: `m-${n % 8}`, name: `M ${n % 8}` },
  socialArea: { id: `s-${n % 20}`, name: `S ${n % 20}` },
}));
const one = countsOf(questionnaire, surveyExample);

const results = (counts: ReadonlyMap<string, Counts>) =>
  evaluate(questionnaire, { units, county: 'County' }, counts);

/** The counters as they lie in the table once so many have answered. */
const counters = (answers: number): Counts[][] =>
  units.map(() =>
    Array.from({ length: SHARDS }, () =>
      Object.fromEntries(
        Object.entries(one).map(([name, count]) => [name, (count * answers) / KITAS / SHARDS]),
      ),
    ),
  );

/** Ours: a few counters for each Kita. */
const fromCounters = (shards: Counts[][]) =>
  results(new Map(units.map(({ id }, n) => [`kita:${id}`, addCounts(...(shards[n] ?? []))])));

/** The peer: every answer counted anew. */
const fromAnswers = (answers: number) => {
  const counts = units.map((): Record<string, number> => ({}));
  for (let n = 0; n < answers; n += 1) {
    const sum = counts[n % KITAS] ?? {};
    for (const [name, count] of Object.entries(countsOf(questionnaire, surveyExample)))
      sum[name] = (sum[name] ?? 0) + count;
  }
  return results(new Map(units.map(({ id }, n) => [`kita:${id}`, counts[n] ?? {}])));
};

const timed = (run: () => unknown): number => {
  const begun = performance.now();
  run();
  return performance.now() - begun;
};

/** Evaluating a round from its counters, beside counting its answers anew. */
export const evaluations = async (rounds: number): Promise<Section> => {
  const rows: Section['rows'] = [];
  for (const answers of SIZES) {
    const shards = counters(answers);
    const times = await interleaved(['ours', 'peer'], rounds, async (name) =>
      timed(() => (name === 'ours' ? fromCounters(shards) : fromAnswers(answers))),
    );
    const [ours, peer] = [median(times.ours), median(times.peer)];
    const name = answers.toLocaleString('en');
    const read = KITAS * SHARDS;
    rows.push(
      { name: `${name} answers: time`, ours: ms(ours), peer: `${ms(peer)} every answer`, ratio: ours / peer },
      { name: `${name} answers: items read`, ours: String(read), peer: name, ratio: read / answers },
    );
  }
  return {
    about: 'The evaluation of a round',
    rows,
    notes: [
      'One group in a county of 100 Kitas, with everything that is hidden. What is read does not grow with the answers. Both reckon in memory; the peer would also have to read what it counts.',
    ],
  };
};
