import type { HeadOf } from '../../submission/head.ts';
import type { Circumstances } from '../circumstances.ts';
import type { SessionAbout } from './about.ts';
import type { Agenda } from './agenda.ts';
import type { SessionRecord } from './resolution.ts';

export type SessionHead = HeadOf<'committee-session'>;

/** What comes with an act on a session. */
export interface SessionParticulars {
  /** What it is convened with. */
  agenda?: Agenda | undefined;
  /** What was resolved. */
  record?: SessionRecord | undefined;
  /** What became of each case. */
  carried?: NonNullable<SessionAbout['carried']> | undefined;
}

export type SessionCircumstances = Circumstances<SessionParticulars>;
