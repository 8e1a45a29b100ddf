import type { LogAnswer } from '../../../domain/api/portal.ts';
import { Progress } from '../../fields/Progress.tsx';
import type { Loaded } from '../api/use-load.ts';
import { Failure } from '../parts/Failure.tsx';
import { t } from '../texts.ts';
import { momentText } from '../time/dates.ts';
import { logLines } from './log-line.ts';

const Entries = ({ items, form }: { items: LogAnswer['items']; form: string }) => (
  <ol class="log" reversed>
    {logLines(items, form).map(({ n, at, who, what, notes }) => (
      <li key={n}>
        <time class="log-at" dateTime={at}>
          {momentText(at)}
        </time>
        <span>
          <strong>{who}</strong> {what}
        </span>
        {notes.map((note) => (
          <span key={note} class="log-note">
            {note}
          </span>
        ))}
      </li>
    ))}
  </ol>
);

/** What happened, by whom and when, newest first, and whether the chain is whole. */
export const Log = ({ log, form }: { log: Loaded<LogAnswer>; form: string }) => (
  <section class="panel" aria-labelledby="log">
    <h2 class="portal-h2" id="log">
      {t('log.title')}
    </h2>
    <Progress text={log.loading && !log.data ? t('app.loading') : undefined} />
    <Failure error={log.error} onRetry={log.reload} />
    {log.data && (
      <>
        <Entries items={log.data.items} form={form} />
        <p class={`log-whole log-whole--${log.data.whole ? 'yes' : 'no'}`}>
          {t(log.data.whole ? 'log.whole' : 'log.broken')}
        </p>
      </>
    )}
  </section>
);
