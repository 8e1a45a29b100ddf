import { hashTo } from '../app/place.ts';

export const SESSIONS = 'sitzungen';
export const SESSION = 'sitzungen/{id}';
/** The address at which the office finds an application's file; the committee's office sees its paper there. */
export const PAPER = 'antraege/{id}';

export const sessionsHash = (year?: string): string => hashTo(SESSIONS, {}, { jahr: year });
export const sessionHash = (id: string): string => hashTo(SESSION, { id });
