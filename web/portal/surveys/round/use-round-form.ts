import { useState } from 'preact/hooks';
import type { Path, Resolver } from 'react-hook-form';
import type { RoundFile } from '../../../../domain/api/survey-rounds.ts';
import {
  type SurveyRoundAnswers,
  surveyRoundAnswers,
} from '../../../../domain/forms/survey-round/answers.ts';
import { groups } from '../../../../domain/survey/group.ts';
import { usePortal } from '../../app/context.ts';
import { errorsOf } from '../../drafts/errors-of.ts';
import { summaryOf } from '../../drafts/use-draft-form.ts';
import { useSavedForm } from '../../drafts/use-saved-form.ts';
import { say } from '../texts.ts';
import type { RoundState } from './use-round.ts';

/** What the form's fields hold. */
export interface RoundFields {
  saved: number;
  year: string;
  from: string;
  to: string;
  groups: string[];
  previous: string;
}

const fieldsOf = ({ saved, year, from, to, groups: asked, previous }: RoundFile): RoundFields => ({
  saved,
  year: String(year),
  from,
  to,
  groups: groups.filter((group) => asked[group] !== undefined),
  previous: previous?.id ?? '',
});

const resolver: Resolver<RoundFields, unknown, SurveyRoundAnswers> = async (fields) => {
  const { year, from, to, groups: asked, previous } = fields;
  const checked = surveyRoundAnswers.safeParse({
    year: /^\d{4}$/.test(year.trim()) ? Number(year) : year,
    from,
    to,
    groups: asked,
    ...(previous && { previous }),
  });
  if (checked.success) return { values: checked.data, errors: {} };
  return { values: {}, errors: errorsOf(checked.error.issues) } as never;
};

const ORDER: Path<RoundFields>[] = ['year', 'from', 'to', 'groups', 'previous'];
const LABELS: Record<string, string> = {
  year: say('form.year'),
  from: say('form.from'),
  to: say('form.to'),
  groups: say('form.groups'),
  previous: say('form.previous'),
};

/** The form of a round that is prepared; it is saved before somebody is asked whether to open it. */
export const useRoundForm = (file: RoundFile, state: RoundState) => {
  const { call } = usePortal();
  const { id } = file;
  const [opening, setOpening] = useState<number>();
  const editing = useSavedForm<RoundFields, SurveyRoundAnswers, 'open'>({
    name: `round.${id}`,
    fields: fieldsOf(file),
    resolverOf: () => resolver,
    state,
    save: (body, ifMatch) => call('PUT /api/survey-rounds/{id}', { id, body, ifMatch }),
    savedTitle: say('form.saved'),
    goOn: async (saved) => setOpening(saved),
  });
  const { form, busy } = editing;
  const errors = summaryOf(form, ORDER, (name, message) => `${LABELS[name]}: ${message}`);
  return { ...editing, opening, setOpening, errors: busy ? [] : errors };
};
