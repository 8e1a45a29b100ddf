import type { ApplicationFile } from '../../../../domain/api/budget.ts';
import { t } from '../../texts.ts';
import { say } from '../texts.ts';

/** What somebody said about an application, as the summary shows it. */
export interface Voice {
  key: string;
  title: string;
  statement: string;
  tone: 'for' | 'against' | 'open';
  who?: string | undefined;
  at?: string | undefined;
  text?: string | undefined;
}

type File = ApplicationFile;
type Deed = File['acted'][number];
type NoteShown = File['notes'][number];

const deedIn = (file: File, ...actions: string[]): Deed | undefined =>
  file.acted.findLast(({ action }) => actions.includes(action));
const noteOf = (file: File, ...actions: string[]): NoteShown | undefined =>
  file.notes.findLast(({ action }) => actions.includes(action));

const whoOf = ({ person, for: inFor }: Deed): string =>
  inFor ? t('log.for', { name: person.name, other: inFor.name }) : person.name;

const saidBy = (deed: Deed, note: NoteShown | undefined) => ({
  who: whoOf(deed),
  at: deed.at,
  text: note?.step === deed.step && note.at === deed.at ? note.text : undefined,
});

const completeness = (file: File): Voice => {
  const deed = deedIn(file, 'complete', 'confirm');
  const title = say('voice.completeness');
  if (!deed) return { key: 'completeness', title, statement: say('voice.completeness.open'), tone: 'open' };
  const statement = say(
    deed.action === 'confirm' ? 'voice.completeness.confirmed' : 'voice.completeness.complete',
  );
  const note = noteOf(file, deed.action);
  return { key: 'completeness', title, statement, tone: 'for', ...saidBy(deed, note) };
};

const opinion = (file: File): Voice[] => {
  const deed = deedIn(file, 'recommend', 'advise-against');
  const title = say('voice.opinion');
  if (!deed) {
    const statement = say(file.continues ? 'voice.opinion.none' : 'voice.opinion.open');
    return [{ key: 'opinion', title, statement, tone: 'open' }];
  }
  const isFor = deed.action === 'recommend';
  const statement = say(isFor ? 'voice.opinion.for' : 'voice.opinion.against');
  const tone = isFor ? 'for' : 'against';
  return [{ key: 'opinion', title, statement, tone, ...saidBy(deed, noteOf(file, deed.action)) }];
};

const kitas = ({ kitas: all, cosigned }: File): Voice => {
  const yes = cosigned.filter(({ agrees }) => agrees).length;
  const no = cosigned.filter(({ agrees }) => !agrees).map(({ kita }) => kita.name);
  const silent = all.filter(({ id }) => !cosigned.some(({ kita }) => kita.id === id)).map(({ name }) => name);
  return {
    key: 'kitas',
    title: say('voice.kitas'),
    statement: say('voice.kitas.count', { yes, all: all.length }),
    tone: no.length > 0 ? 'against' : silent.length > 0 ? 'open' : 'for',
    text: [
      no.length > 0 && say('voice.kitas.no', { names: no.join(', ') }),
      silent.length > 0 && say('voice.kitas.silent', { names: silent.join(', ') }),
    ]
      .filter(Boolean)
      .join(' '),
  };
};

const queries = (file: File): Voice[] => {
  const asked = file.notes.filter(({ action }) => action === 'query');
  if (asked.length === 0) return [];
  const count = asked.reduce((sum, { fields = [] }) => sum + fields.length, 0);
  const last = asked.at(-1);
  const answered = file.acted.findLast(({ action }) => action === 'correct');
  const isOpen = file.at === 'queries';
  const isAnswered = !isOpen && answered && last && answered.at > last.at;
  return [
    {
      key: 'queries',
      title: say('voice.queries'),
      statement: say(
        isOpen ? 'voice.queries.open' : isAnswered ? 'voice.queries.answered' : 'voice.queries.unanswered',
        { count },
      ),
      tone: isAnswered ? 'for' : 'open',
      ...(isAnswered && { who: whoOf(answered), at: answered.at }),
    },
  ];
};

const hearing = (file: File): Voice[] => {
  const deed = deedIn(file, 'respond');
  const title = say('voice.hearing');
  if (deed)
    return [
      {
        key: 'hearing',
        title,
        statement: say('voice.hearing.said'),
        tone: 'for',
        ...saidBy(deed, noteOf(file, 'respond')),
      },
    ];
  if (file.at !== 'hearing') return [];
  return [{ key: 'hearing', title, statement: say('voice.hearing.open'), tone: 'open' }];
};

const committee = (file: File): Voice[] => {
  const { resolution, at, decision, rules } = file;
  const title = say('voice.committee');
  if (resolution) {
    const note = file.notes.find(({ n }) => n === resolution.note);
    return [
      {
        key: 'committee',
        title,
        statement: say(`voice.committee.${resolution.outcome}`),
        tone: resolution.outcome === 'rejected' ? 'against' : 'for',
        at: note?.at,
        text: note?.text,
      },
    ];
  }
  const isNeeded =
    at === 'committee' || (decision?.amount ?? 0) > (rules?.committeeAbove ?? Number.MAX_VALUE);
  return isNeeded ? [{ key: 'committee', title, statement: say('voice.committee.open'), tone: 'open' }] : [];
};

/** Who said what, in the order of the process; what does not belong to this application is left out. */
export const voicesOf = (file: File): Voice[] => [
  completeness(file),
  ...opinion(file),
  kitas(file),
  ...queries(file),
  ...hearing(file),
  ...committee(file),
];
