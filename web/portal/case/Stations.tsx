import type { LogAnswer, SubmissionAnswer } from '../../../domain/api/portal.ts';
import { processes } from '../../../domain/forms/process-registry.ts';
import { t, word } from '../texts.ts';
import { dayText } from '../time/dates.ts';
import { type Station, stationsOf } from './stations.ts';

const noteOf = ({ state, since, visits }: Station, ended: boolean): string => {
  if (state === 'later') return t('stations.later');
  const day = since ? dayText(since) : '';
  const again = visits > 1 ? ` (${t('stations.again', { count: visits })})` : '';
  return `${state === 'now' && !ended ? t('stations.now', { day }) : t('stations.entered', { day })}${again}`;
};

/** Where the case has been, where it is and what usually comes: a line of words, with marks beside them. */
export const Stations = ({ of, log }: { of: SubmissionAnswer; log: LogAnswer['items'] }) => {
  const process = Object.values(processes)
    .flat()
    .find(({ name, version }) => name === of.form && version === of.processVersion);
  if (!process) return null;
  return (
    <ol class="stations" aria-label={t('stations.title')}>
      {stationsOf(process, of, log).map((station) => (
        <li
          key={`${station.state} ${station.step}`}
          class={`station station--${of.ended && station.state === 'now' ? 'done' : station.state}`}
          aria-current={station.state === 'now' ? 'step' : undefined}
        >
          <span class="station-mark" aria-hidden="true" />
          <span class="station-name">{word('step', station.step)}</span>
          <span class="station-note">{noteOf(station, of.ended)}</span>
        </li>
      ))}
    </ol>
  );
};
