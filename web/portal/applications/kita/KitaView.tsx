import { useState } from 'preact/hooks';
import { Progress } from '../../../fields/Progress.tsx';
import { isMissing } from '../../api/failures.ts';
import type { ViewProps } from '../../app/area.ts';
import { usePortal } from '../../app/context.ts';
import { useTitle } from '../../app/use-title.ts';
import { AnswersInFull } from '../../application/AnswersInFull.tsx';
import { LoadFailure } from '../../parts/LoadFailure.tsx';
import { Said } from '../../parts/Said.tsx';
import { t } from '../../texts.ts';
import { dayText } from '../../time/dates.ts';
import { listHash } from '../addresses.ts';
import { stateText } from '../list/turn-text.ts';
import { say } from '../texts.ts';
import { type Opened, useFile } from '../use-file.ts';
import { CosignForm } from './CosignForm.tsx';

interface PanelProps extends Opened {
  kita: { id: string; name: string };
  onDone: () => void;
}

const CosignPanel = ({ of, file, kita, onDone }: PanelProps) => {
  const signed = file.cosigned.find((one) => one.kita.id === kita.id);
  if (of.ended && !signed) return null;
  return (
    <section class="turn turn--mine" aria-labelledby={`cosign-${kita.id}`}>
      <h2 class="portal-h2" id={`cosign-${kita.id}`}>
        {kita.name}
      </h2>
      <p class="kern-body">
        {signed
          ? say(of.ended ? 'kita.said.ended' : 'kita.said', {
              kita: kita.name,
              state: say(signed.agrees ? 'cosigned.yes' : 'cosigned.no'),
              person: signed.person ?? '',
              day: dayText(signed.at),
            })
          : say('kita.intro')}
      </p>
      {!of.ended && <CosignForm id={of.id} kita={kita} onDone={onDone} />}
    </section>
  );
};

/** An application that names one's Kita: what it says, and whether the Kita agrees. */
export const KitaView = ({ params: { id = '' } }: ViewProps) => {
  const { me } = usePortal();
  const { data, error, loading, reload } = useFile(id);
  const [said, setSaid] = useState<string>();
  const title = isMissing(error) ? t('failure.missing.title') : say('kita.title');
  useTitle(title);
  const done = () => {
    setSaid(say('kita.done'));
    reload();
  };
  const own = data?.file.kitas.filter((kita) => me.kitas.some((one) => one.id === kita.id)) ?? [];
  return (
    <>
      <nav class="case-nav" aria-label={t('app.back')}>
        <a class="kern-link kern-link--no-visited-state" href={listHash()}>
          ‹ {say('back')}
        </a>
      </nav>
      <Said text={said} />
      <h1 class="portal-h1">{title}</h1>
      <Progress text={loading && !data ? t('app.loading') : undefined} />
      <LoadFailure error={error} onRetry={reload} />
      {data && (
        <>
          <p class="portal-lead">
            {say('kita.lead', { provider: data.file.provider.name, year: data.file.year })} ·{' '}
            {stateText(data.of)}
          </p>
          {own.map((kita) => (
            <CosignPanel key={kita.id} {...data} kita={kita} onDone={done} />
          ))}
          {data.file.answers && (
            <AnswersInFull
              answers={data.file.answers}
              kitas={data.file.kitas}
              fullWeek={data.file.fullWeek}
            />
          )}
        </>
      )}
    </>
  );
};
