import { useState } from 'preact/hooks';
import { Progress } from '../../fields/Progress.tsx';
import { say as sayAmended } from '../amendments/texts.ts';
import { isMissing } from '../api/failures.ts';
import type { ViewProps } from '../app/area.ts';
import { usePortal } from '../app/context.ts';
import { useTitle } from '../app/use-title.ts';
import { purposeText } from '../application/purpose-text.ts';
import { LoadFailure } from '../parts/LoadFailure.tsx';
import { Said } from '../parts/Said.tsx';
import { t } from '../texts.ts';
import { listHash, partOf, sentHash } from './addresses.ts';
import { Editor } from './edit/Editor.tsx';
import { OwnFile } from './file/OwnFile.tsx';
import { Withdraw } from './file/Withdraw.tsx';
import { say } from './texts.ts';
import { type Opened, useFile } from './use-file.ts';

const leadOf = ({ of, file }: Opened): string =>
  [
    file.purpose && purposeText(file.purpose),
    file.provider.name,
    file.fileNumber,
    of.ended && say('state.final'),
  ]
    .filter(Boolean)
    .join(' · ');

const titleOf = ({ file: { amends, year } }: Opened): string => {
  if (!amends) return say('title', { year });
  return sayAmended(amends.exOfficio ? 'title.ex-officio' : 'title', { year });
};

/** One's own application: the editor while it is a draft, afterwards its file. */
export const OwnView = ({ params: { id = '' }, query }: ViewProps) => {
  const { go } = usePortal();
  const [said, setSaid] = useState<string>();
  const { data, error, loading, reload } = useFile(id);
  const title = isMissing(error) ? t('failure.missing.title') : data ? titleOf(data) : say('title.plain');
  useTitle(title);
  const done = (what: string) => {
    setSaid(what);
    reload();
  };
  return (
    <>
      <nav class="case-nav" aria-label={t('app.back')}>
        <a class="kern-link kern-link--no-visited-state" href={listHash()}>
          ‹ {say('back')}
        </a>
      </nav>
      <Said text={said} />
      <h1 class="portal-h1">{title}</h1>
      {data && <p class="portal-lead">{leadOf(data)}</p>}
      <Progress text={loading && !data ? t('app.loading') : undefined} />
      <LoadFailure error={error} onRetry={reload} />
      {data?.of.at === 'draft' && (
        <>
          <Editor file={data.file} part={partOf(query)} onSent={() => go(sentHash(id))} />
          <Withdraw of={data.of} onDone={(said) => go(listHash(), said)} />
        </>
      )}
      {data && data.of.at !== 'draft' && <OwnFile {...data} onDone={done} />}
    </>
  );
};
