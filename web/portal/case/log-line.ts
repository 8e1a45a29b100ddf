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

/** What was done in a form's own words, where the same code means something else to it; what the system found, in its own. */
const saidOf = ({ by, what, ref, refName }: Item, form: string): string => {
  const groups = ['system' in by ? 'log.found' : '', `log.${form}`].filter(Boolean);
  const own = groups.map((group) => word(group, what)).find((said) => said !== what);
  return own ?? word('log', what, { name: refName ?? ref });
};

/** A step in a form's own words, where another form has one of the same name. */
const stepOf = (step: string, form: string): string => {
  const own = word(`step.${form}`, step);
  return own === step ? word('step', step) : own;
};

/** Somebody did something, or a sentence of its own says what is. */
const beforeSentence = (who: string, what: string) => (/^\p{Lu}/u.test(what) ? `${who}:` : who);

const lineOf = (item: Item, form: string): LogLine => {
  const { n, at, what, from, to, reason } = item;
  const said = saidOf(item, form);
  return {
    n,
    at,
    who: beforeSentence(whoOf(item), said === what ? '' : said),
    what: said === what ? t('log.other', { what }) : said,
    notes: [
      from && to && from !== to ? t('log.move', { from: stepOf(from, form), to: stepOf(to, form) }) : '',
      reason ? t('log.reason', { reason: word(reasonGroups[what] ?? 'pass-reason', reason) }) : '',
    ].filter(Boolean),
  };
};

const readersLine = (reads: readonly [Item, ...Item[]], form: string): LogLine => {
  const [first, ...more] = reads;
  const last = more.at(-1);
  if (!last) return lineOf(first, form);
  const notes = [t('log.read.times', { count: reads.length, moment: momentText(last.at) })];
  const own = word(`log.${form}`, 'read');
  const what = own === 'read' ? t('log.read') : own;
  return { n: first.n, at: first.at, who: whoOf(first), what, notes };
};

const sameReader = (a: Item | undefined, b: Item) =>
  a !== undefined && READS.includes(a.what) && whoOf(a) === whoOf(b);

/** The log in words, newest first. Every look at the content is logged; looks in a row by one person are one line. */
export const logLines = (items: readonly Item[], form: string): LogLine[] => {
  const runs: [Item, ...Item[]][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run && READS.includes(item.what) && sameReader(run.at(-1), item)) run.push(item);
    else runs.push([item]);
  }
  return runs.map((run) => readersLine(run, form)).reverse();
};
