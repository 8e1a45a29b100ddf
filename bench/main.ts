import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { approvals } from './approvals/approvals.ts';
import { distributions } from './distribution/distributions.ts';
import { processorTime } from './edge/processor-time.ts';
import { importTimes } from './imports/import-times.ts';
import { lists } from './lists/lists.ts';
import { familiesPage } from './page/families-page.ts';
import { asMarkdown, asText, machine, type Section } from './report.ts';
import { evaluations } from './survey/evaluations.ts';
import { workPerAnswer } from './work/work-per-answer.ts';
import { workPerApplication } from './work/work-per-application.ts';
import { workPerSubmission } from './work/work-per-submission.ts';
import { overviews } from './year/overviews.ts';

const REPORT = join(import.meta.dirname, '../docs/benchmarks.md');

const { values } = parseArgs({
  options: {
    /** Write docs/benchmarks.md. */
    write: { type: 'boolean', default: false },
    /** Some of the benchmarks, by name. */
    only: { type: 'string', multiple: true },
    /** Few runs, to see whether all of it works: the figures mean nothing. */
    quick: { type: 'boolean', default: false },
  },
});

const { quick } = values;

const benchmarks: Record<string, () => Promise<Section>> = {
  work: workPerSubmission,
  applications: workPerApplication,
  answers: workPerAnswer,
  edge: () => processorTime(quick ? 3 : 15),
  imports: () => importTimes(quick ? 3 : 21),
  lists: () => (quick ? lists(5, [200, 1_000]) : lists(41)),
  approvals: () => approvals(quick ? 2 : 15),
  distribution: () => distributions(quick ? 2 : 15),
  evaluation: () => evaluations(quick ? 1 : 5),
  year: () => (quick ? overviews(2, [100, 1_000]) : overviews(7)),
  page: () => familiesPage(quick ? 1 : 5),
};

const unknown = values.only?.filter((name) => !(name in benchmarks)) ?? [];
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(benchmarks).join(', ')}.`,
  );
  process.exit(1);
}

const before = loadavg();
const sections: Section[] = [];
for (const [name, run] of Object.entries(benchmarks)) {
  if (values.only && !values.only.includes(name)) continue;
  console.error(`Measuring ${name} …`);
  sections.push(await run());
}
const where = machine(before);
console.log(`\n${asText(sections)}\n\n${where}`);
if (values.write) {
  await writeFile(REPORT, asMarkdown(sections, new Date().toISOString().slice(0, 10), where));
  console.log('Written to docs/benchmarks.md');
}
process.exit();
