import type { LogAnswer } from '../../../domain/api/portal.ts';
import { t, word } from '../texts.ts';
import { momentText } from '../time/dates.ts';

type Item = LogAnswer['items'][number];

export interface LogLine {
  n: number;
  at: string;
  who: string;
  what: string;
  notes: string[];
}

const READS = ['answers-read', 'messages-read'];

/** Which list of words a reason's code belongs to depends on what was done. */
const reasonGroups: Record<string, string> = {
  pass: 'pass-reason',
  close: 'outcome',
  released: 'release-reason',
  'hold-ended': 'hold-end-reason',
};

const whoOf = ({ by, byName, forName }: Item): string => {
  if ('family' in by) return t('log.family');
  if ('system' in by) return t('log.system');
  const name = byName ?? t('log.somebody', { id: by.person });
  return by.for ? t('log.for', { name, other: forName ?? by.for }) : name;
};

const lineOf = (item: Item): LogLine => {
  const { n, at, what, from, to, reason, ref, refName } = item;
  const said = word('log', what, { name: refName ?? ref });
  return {
    n,
    at,
    who: whoOf(item),
    what: said === what ? t('log.other', { what }) : said,
    notes: [
      from && to && from !== to ? t('log.move', { from: word('step', from), to: word('step', to) }) : '',
      reason ? t('log.reason', { reason: word(reasonGroups[what] ?? 'pass-reason', reason) }) : '',
    ].filter(Boolean),
  };
};

const readersLine = (reads: readonly [Item, ...Item[]]): LogLine => {
  const [first, ...more] = reads;
  const last = more.at(-1);
  if (!last) return lineOf(first);
  const notes = [t('log.read.times', { count: reads.length, moment: momentText(last.at) })];
  return { n: first.n, at: first.at, who: whoOf(first), what: t('log.read'), notes };
};

const sameReader = (a: Item | undefined, b: Item) =>
  a !== undefined && READS.includes(a.what) && whoOf(a) === whoOf(b);

/** The log in words, newest first. Every look at the content is logged; looks in a row by one person are one line. */
export const logLines = (items: readonly Item[]): LogLine[] => {
  const runs: [Item, ...Item[]][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run && READS.includes(item.what) && sameReader(run.at(-1), item)) run.push(item);
    else runs.push([item]);
  }
  return runs.map(readersLine).reverse();
};
