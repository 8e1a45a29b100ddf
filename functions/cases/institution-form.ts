import type { Instant } from '../../domain/calendar/period.ts';
import { recipientOf } from '../../domain/forms/institution-survey/follow.ts';
import { fillDates } from '../../domain/forms/institution-survey/follow-dates.ts';
import {
  type InstitutionForm,
  type InstitutionHead,
  institutionOf,
} from '../../domain/forms/institution-survey/particulars.ts';
import type { RoundHead } from '../../domain/forms/survey-round/particulars.ts';
import { lastDayOf } from '../../domain/forms/survey-round/unit-end.ts';
import { owedMail } from '../../domain/mails/owed-mail.ts';
import { begin } from '../../domain/process/apply-act.ts';
import { newestProcess } from '../../domain/submission/process-of.ts';
import { type Unit, unitName } from '../../domain/survey/unit.ts';
import type { Store } from '../store/client.ts';
import { notErased } from '../store/erase.ts';
import { headItem } from '../store/heads.ts';
import { logged } from '../store/log.ts';
import { owing } from '../store/owe.ts';
import type { Write } from '../store/transact.ts';
import { derivedId } from './derived-id.ts';

/** The form that a unit fills in, if it is one that does. */
export const formOfUnit = ({ kind }: Unit): InstitutionForm | undefined => {
  if (kind === 'kita') return 'kita-survey';
  return kind === 'provider' ? 'provider-survey' : undefined;
};

/** A unit's form in a round: one each, so that a repeat makes none twice. */
export const institutionIdOf = (round: string, unit: Unit): string => derivedId(round, unitName(unit));

interface Opened {
  at: Instant;
  questionnaire: number;
  /** What was accepted of this unit in the round before. */
  previous?: string | undefined;
}

const headOf = (round: RoundHead, unit: Unit, form: InstitutionForm, opened: Opened): InstitutionHead => {
  const { at, questionnaire, previous } = opened;
  const process = newestProcess(form);
  const until = lastDayOf(round.about, unitName(unit));
  return {
    id: institutionIdOf(round.id, unit),
    form,
    process: { name: process.name, version: process.version },
    version: 1,
    rev: 1,
    createdAt: at,
    ...begin(process, at),
    ...fillDates(until, at),
    run: 1,
    runSince: at,
    excluded: [],
    log: { n: 0, hash: '' },
    owed: {},
    about: {
      round: round.id,
      year: round.about.year,
      unit: unit.id,
      questionnaire,
      until,
      ...(previous && { previous }),
      saved: 0,
      sent: 0,
      notes: 0,
    },
  };
};

/** What makes the form of a unit, in the transaction of the unit: whoever fills it in is told that it is there. */
export const openInstitutionForm = (store: Store, round: RoundHead, unit: Unit, opened: Opened): Write[] => {
  const form = formOfUnit(unit);
  if (!form) return [];
  const { at } = opened;
  const head = headOf(round, unit, form, opened);
  const first = logged(store, head, {
    at,
    by: { system: true },
    what: 'awaited',
    to: head.at,
    ref: round.id,
  });
  const owed = {
    'start-1': { do: 'start', run: 1 } as const,
    ...owedMail(first.head, 'assigned', recipientOf(first.head), at),
  };
  return [
    {
      Put: {
        TableName: store.table,
        Item: headItem(owing(first.head, at, owed)),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    ...first.with,
    notErased(store, head.id),
  ];
};

/** Whether the round asks this unit with a form. */
export const isAskedByForm = ({ about }: RoundHead, unit: Unit): boolean => {
  const form = formOfUnit(unit);
  return form !== undefined && about.groups[institutionOf[form].group] !== undefined;
};
