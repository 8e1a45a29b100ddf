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

interface LineProps {
  stations: readonly Station[];
  ended: boolean;
  /** More than fit beside each other: they go on in the next line. */
  long?: boolean;
}

/** A line of words, with marks beside them. */
export const StationLine = ({ stations, ended, long }: LineProps) => (
  <ol class={`stations ${long ? 'stations--long' : ''}`} aria-label={t('stations.title')}>
    {stations.map((station) => (
      <li
        key={`${station.state} ${station.step}`}
        class={`station station--${ended && station.state === 'now' ? 'done' : station.state}`}
        aria-current={station.state === 'now' ? 'step' : undefined}
      >
        <span class="station-mark" aria-hidden="true" />
        <span class="station-name">{word('step', station.step)}</span>
        <span class="station-note">{noteOf(station, ended)}</span>
      </li>
    ))}
  </ol>
);

/** Where the case has been, where it is and what usually comes. */
export const Stations = ({ of, log }: { of: SubmissionAnswer; log: LogAnswer['items'] }) => {
  const process = Object.values(processes)
    .flat()
    .find(({ name, version }) => name === of.form && version === of.processVersion);
  if (!process) return null;
  return <StationLine stations={stationsOf(process, of, log)} ended={of.ended} />;
};
