import { join } from 'node:path';
import { runProgram } from '../child.ts';
import { interleaved, kB, median, ms } from '../measure.ts';
import type { Section } from '../report.ts';
import { type Bundle, makeBundles } from './bundles.ts';

const PROGRAM = join(import.meta.dirname, 'time-import.cjs');
const AIM = 0.5;

interface Time {
  wall: number;
  cpu: number;
}

const medians = (times: readonly Time[]): Time => ({
  wall: median(times.map(({ wall }) => wall)),
  cpu: median(times.map(({ cpu }) => cpu)),
});

const shown = ({ wall, cpu }: Time) => `${ms(cpu)} CPU, ${ms(wall)}`;

/** Size and import time of each function, each import in a process of its own. */
export const importTimes = async (rounds: number): Promise<Section> => {
  const { ours, peers } = await makeBundles();
  const all = [...ours, ...Object.values(peers)];
  const files = new Map(all.map(({ name, file }) => [name, file]));
  const runs = await interleaved(
    all.map(({ name }) => name),
    rounds,
    (name) => runProgram<Time>(PROGRAM, files.get(name) ?? ''),
  );
  const timeOf = ({ name }: Bundle) => medians(runs[name] ?? []);
  const stock = timeOf(peers.stock);
  const rows = ours.map((bundle) => {
    const time = timeOf(bundle);
    const ratio = time.cpu / stock.cpu;
    return {
      name: `${bundle.name}, ${kB(bundle.bytes)} (${kB(bundle.gzipped)} gzipped)`,
      ours: shown(time),
      peer: shown(stock),
      ratio,
      aim: `≤ ${AIM} of stock`,
      met: ratio <= AIM,
    };
  });
  const beside = [peers.empty, peers['stock, SDK outside']].map((bundle) => ({
    name: `${bundle.name}, ${kB(bundle.bytes)}`,
    ours: shown(timeOf(bundle)),
    peer: shown(stock),
    ratio: timeOf(bundle).cpu / stock.cpu,
  }));
  return {
    about: 'Import time of the functions',
    rows: [...rows, ...beside],
    notes: [
      `Medians of ${rounds} interleaved runs, each in a fresh process; the ratio is of processor time (user and system), which other work on the machine disturbs less than wall time.`,
      `Stock: clients of DynamoDB (with lib-dynamodb), KMS and Step Functions, \`import { z } from 'zod'\` and middy, bundled by esbuild with what CDK’s NodejsFunction defaults to but with the SDK inside (${kB(peers.stock.bytes)}). “SDK outside” is the same as CDK really defaults to: the SDK is left to the runtime; here it is read from node_modules.`,
    ],
  };
};
