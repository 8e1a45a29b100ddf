import type { RoundHead } from '../../domain/forms/survey-round/particulars.ts';
import type { UnitState } from '../../domain/forms/survey-round/unit-end.ts';
import { answersOf, type SurveyAnswers } from '../../domain/survey/answers.ts';
import type { AnswerMode } from '../../domain/survey/counts.ts';
import type { AnonymousGroup } from '../../domain/survey/group.ts';
import { questionnaireOf } from '../../domain/survey/questionnaires.ts';
import { ConflictError, FieldsError, NotFoundError } from '../runtime/errors.ts';
import { issuesOf } from '../runtime/http/parse-body.ts';
import type { ApiAnswer } from '../runtime/http/request.ts';
import { requireRandomId } from '../runtime/http/require-random-id.ts';
import type { SurveyStore } from '../store/client.ts';
import { isKept, keepAnswer } from '../store/survey-answers.ts';

/** An answer as it was sent, and what its unit's round says about it. */
export interface SentAnswer {
  round: RoundHead;
  group: AnonymousGroup;
  /** In one word. */
  unit: string;
  /** Whether it may be answered now. */
  state: UnitState;
  id: string | undefined;
  answers: SurveyAnswers;
  mode?: AnswerMode;
  token?: string;
}

/**
 * Keeps and counts an answer: 201, or 200 when it was counted before. What was sent in time is answered alike after the end,
 * so that a page whose answer got lost learns that it counts.
 * @throws NotFoundError when the round does not ask the group; FieldsError naming each wrong answer; ConflictError for a
 *   round that is not open, for another answer under this id, and for a token that was used
 */
export const keepSurveyAnswer = async (store: SurveyStore, sent: SentAnswer): Promise<ApiAnswer> => {
  const { round, group, unit, state, mode, token } = sent;
  const version = round.about.groups[group];
  if (version === undefined) throw new NotFoundError('the round does not ask this group');
  const id = requireRandomId(sent.id);
  const questionnaire = questionnaireOf(group, version);
  const parsed = answersOf(questionnaire).safeParse(sent.answers);
  if (!parsed.success)
    throw new FieldsError(
      issuesOf(parsed.error).map(({ path, message }) => ({ path: ['answers', ...path], message })),
    );
  const one = {
    of: { round: round.id, group, unit },
    id,
    questionnaire,
    answers: parsed.data,
    ...(mode && { mode }),
  };
  if (state !== 'open') {
    if (state === 'ended' && (await isKept(store, one))) return { status: 200, body: { id } };
    throw new ConflictError(state === 'ended' ? 'survey-ended' : 'survey-not-open');
  }
  const kept = await keepAnswer(store, one, token);
  if (kept === 'other') throw new ConflictError('other-body');
  if (kept === 'token-used') throw new ConflictError('already-answered');
  return { status: kept === 'counted' ? 201 : 200, body: { id } };
};
