import * as z from 'zod/mini';
import { areaKinds } from '../survey/evaluation/area.ts';
import { groups } from '../survey/group.ts';

const count = z.int().check(z.nonnegative());
/** 0 to 1, of all who took part. */
const share = z.number();

/** An area with how many answered, of how many; absent where it may not be shown or nobody knows. */
const areaShown = z.object({
  key: z.string(),
  kind: z.enum(areaKinds),
  name: z.string(),
  n: z.optional(count),
  of: z.optional(count),
});
export type AreaShown = z.infer<typeof areaShown>;

const cell = z.object({
  /** Codes of options; an empty one: chose none, or did not answer. */
  options: z.array(z.string()),
  count,
  share,
  /** In the round before, where the same was asked and it may be shown. */
  before: z.optional(share),
});

const variable = z.object({
  /** `need-language`, or of several options one: `offers.cafe`. */
  key: z.string(),
  question: z.string(),
  /** None: too few answers. */
  cells: z.array(cell),
});

/** `GET /api/surveys/{survey}/results?group=&unit=&question=` */
export const resultsAnswer = z.object({
  year: z.int(),
  from: z.iso.date(),
  to: z.iso.date(),
  /** The round that it is compared with. */
  before: z.optional(z.object({ year: z.int(), n: z.optional(count), of: z.optional(count) })),
  /** Who was asked. */
  groups: z.array(z.enum(groups)),
  group: z.enum(groups),
  /** Of the questionnaire. */
  version: z.int(),
  area: areaShown,
  /** Every area that the one who asks may see. */
  areas: z.array(areaShown),
  /** What the area was counted from, as far as the one who asks may see it; with a question, how each answered it. */
  parts: z.array(z.extend(areaShown, { variables: z.optional(z.array(variable)) })),
  /** Topics by need, the greatest first. */
  topics: z.array(z.object({ question: z.string(), count, share, before: z.optional(share) })),
  variables: z.array(variable),
  /** The form that was counted here, for who may open it. */
  form: z.optional(z.string()),
  /** Whether own words can be read here. */
  texts: z.boolean(),
});
export type ResultsAnswer = z.infer<typeof resultsAnswer>;

/** `GET /api/surveys/{survey}/texts?group=&unit=&cursor=`: own words by question, each in a random order of its own; `cursor` is the number of a page. */
export const textsAnswer = z.object({
  items: z.array(z.object({ question: z.string(), text: z.string() })),
  cursor: z.optional(z.string()),
});
export type TextsAnswer = z.infer<typeof textsAnswer>;

/** `GET /api/surveys`: the rounds whose results can be read, the newest first. */
export const surveysAnswer = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      year: z.int(),
      from: z.iso.date(),
      to: z.iso.date(),
      /** Who was asked, with the version of the questionnaire. */
      groups: z.partialRecord(z.enum(groups), z.int()),
    }),
  ),
});
export type SurveysAnswer = z.infer<typeof surveysAnswer>;

const exportKinds = ['survey-results'] as const;
export const exportFormats = ['csv', 'xlsx', 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** `POST /api/exports`; the id is made by the sender. */
export const exportOrder = z.strictObject(
  {
    id: z.uuid('wrong-type'),
    kind: z.enum(exportKinds, 'unknown-choice'),
    round: z.uuid('wrong-type'),
    format: z.enum(exportFormats, 'unknown-choice'),
  },
  { error: ({ code }) => (code === 'unrecognized_keys' ? 'unknown-field' : 'wrong-type') },
);
export type ExportOrder = z.infer<typeof exportOrder>;
export const orderedExport = z.object({ id: z.string() });

/** `GET /api/exports/{id}`: a link to the file, for a minute. */
export const exportAnswer = z.object({ state: z.enum(['ready']), url: z.string() });
