import type { SubmissionItem } from '../../../domain/api/portal.ts';
import { dateText } from '../time/dates.ts';
import { say } from './texts.ts';

type Named = Pick<NonNullable<SubmissionItem['session']>, 'on' | 'kind'>;

/** "Sitzung am Mi., 18. Nov. 2026", or that it has no day yet. */
export const sessionTitle = ({ on, kind = 'session' }: Named): string =>
  on ? say(`title.${kind}`, { day: dateText(on) }) : say('title.new');
