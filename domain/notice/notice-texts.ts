import { setupI18n } from '@lingui/core';
import { compileMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import defaults from '../languages/de/notices.json' with { type: 'json' };

/** Every text of a notice has a key; a county's own texts have the same ones. */
export type NoticeKey = keyof typeof defaults;

/** What a county says in its own words, by key: what is not there is said as languages/de/notices.json has it. */
export type NoticeTexts = Readonly<Partial<Record<NoticeKey, string>>>;

/** What may stand in braces in any of the texts. Amounts and dates come as they are written. */
export const noticeValues = [
  'authority',
  'department',
  'street',
  'town',
  'fileNumber',
  'date',
  'provider',
  'year',
  'purpose',
  'kitas',
  'from',
  'to',
  'concept',
  'conceptOn',
  'appliedOn',
  'applied',
  'amount',
  'state',
  'county',
  'voluntary',
  'months',
  'objectionTo',
  'appealBoard',
] as const;
type Always = (typeof noticeValues)[number];

/** What a claim says: sums and days, as they are written. */
const CLAIMED = [
  'grantedOn',
  'paid',
  'recognised',
  'repayment',
  'payable',
  'interest',
  'interestFrom',
  'interestTo',
  'setOff',
  'payDays',
  'claimNumber',
  'setOffAgainst',
  'interestPoints',
] as const;
export type ClaimValues = Record<(typeof CLAIMED)[number], string | number>;
const GRANT = ['grantedOn', 'grantNumber'] as const;
const CHANGE = ['before', 'changedFrom'] as const;

/** What only one text can say, because only there it is known. */
const more = {
  'claim.opening': CLAIMED,
  'claim.decision.repayment': CLAIMED,
  'claim.decision.withdrawal': CLAIMED,
  'claim.decision.unpaid': CLAIMED,
  'claim.sum.interest': CLAIMED,
  'claim.payment': CLAIMED,
  'claim.payment.interest': CLAIMED,
  'claim.payment.setOff': CLAIMED,
  'recipient.attention': ['contact'],
  'information.grant.value': GRANT,
  'opening.amendment': GRANT,
  'opening.amendment.ex-officio': GRANT,
  'opening.amendment.allotment': GRANT,
  'decision.amendment': CHANGE,
  'decision.amendment-refused': ['before'],
  'decision.amendment-allotment': CHANGE,
  'decision.amendment.rest': ['grantedOn'],
  'decision.amendment.left': ['kitaLeft', 'leftOn'],
  'calculation.was': ['wasFrom', 'wasTo'],
  'reasons.amendment.less': ['grantedOn'],
  'opening.corrected': ['correctedOn'],
  'opening.replaces': ['earlierSentOn'],
  'reasons.committee.approved': ['resolvedOn'],
  'reasons.committee.changed': ['resolvedOn'],
  'reasons.committee.rejected': ['resolvedOn'],
  'reasons.responded': ['respondedOn'],
} as const satisfies Partial<Record<NoticeKey, readonly string[]>>;
type More = typeof more;

export type NoticeValues = Record<Always, string | number>;
/** What a text needs beside the values of every text. */
type Own<K extends NoticeKey> = K extends keyof More ? [Record<More[K][number], string | number>] : [];

const isKey = (key: string): key is NoticeKey => Object.hasOwn(defaults, key);

type Token = string | readonly [name: string, type?: string, format?: unknown];

/** The names in braces, also those inside a choice. */
const namesIn = (tokens: unknown): string[] =>
  (Array.isArray(tokens) ? (tokens as Token[]) : []).flatMap((token) => {
    if (typeof token === 'string') return [];
    const [name, , format] = token;
    const choices = typeof format === 'object' && format !== null ? Object.values(format) : [];
    return [name, ...choices.flatMap(namesIn)];
  });

const faultOf = (key: string, text: unknown): string | undefined => {
  if (!isKey(key)) return 'There is no text of this name. See domain/languages/de/notices.json.';
  if (typeof text !== 'string' || text.trim() === '') return 'This must be a text, and not an empty one.';
  try {
    const known: readonly string[] = [
      ...noticeValues,
      ...((more as Record<string, readonly string[]>)[key] ?? []),
    ];
    const unknown = namesIn(compileMessageOrThrow(text)).filter((name) => !known.includes(name));
    return unknown.length > 0
      ? `There is no {${[...new Set(unknown)].join('}, {')}} here. There are: ${known.join(', ')}.`
      : undefined;
  } catch {
    return 'This is not ICU MessageFormat: look for a stray brace.';
  }
};

/** What is wrong in a county's own texts: by key, with a sentence about what to do. */
export const noticeFaults = (texts: Readonly<Record<string, unknown>>): { key: string; sentence: string }[] =>
  Object.entries(texts).flatMap(([key, text]) => {
    const sentence = faultOf(key, text);
    return sentence ? [{ key, sentence }] : [];
  });

export type SayNotice = <K extends NoticeKey>(key: K, ...own: Own<K>) => string;

/** Says the texts of one notice: the county's own where it has some. */
export const sayNotice = (texts: NoticeTexts, values: NoticeValues): SayNotice => {
  const i18n = setupI18n({ locale: 'de', messages: { de: { ...defaults, ...texts } } });
  i18n.setMessagesCompiler(compileMessage);
  return (key, ...[own]) => i18n._(key, { ...values, ...own });
};
