import type { HeadOf } from '../../submission/head.ts';
import type { Circumstances } from '../circumstances.ts';
import type { RoundAbout } from './about.ts';

export type RoundHead = HeadOf<'survey-round'>;

/** What comes with an act on a round. */
export interface RoundParticulars {
  /** How many units it was opened with, and with which questionnaires. */
  opened?: Pick<RoundAbout, 'units' | 'groups'> | undefined;
}

export type RoundCircumstances = Circumstances<RoundParticulars>;
