import type { CaseMessage, ContactSubmission } from '../../../domain/api/portal.ts';
import { Progress } from '../../fields/Progress.tsx';
import type { Loaded } from '../api/use-load.ts';
import { Failure } from '../parts/Failure.tsx';
import { t } from '../texts.ts';
import { momentText } from '../time/dates.ts';
import { Reply } from './Reply.tsx';
import type { CaseState } from './use-case.ts';

const Message = ({ of }: { of: CaseMessage }) => (
  <li class={`message message--${of.from}`}>
    <p class="message-head">
      <strong>{t(`mailbox.${of.from}`)}</strong> <time dateTime={of.at}>{momentText(of.at)}</time>
    </p>
    {of.text === undefined ? (
      <p class="message-sealed">{t('mailbox.sealed')}</p>
    ) : (
      <p class="message-text" dir="auto">
        {of.text}
      </p>
    )}
  </li>
);

interface Props {
  of: ContactSubmission;
  state: CaseState;
  messages: Loaded<{ items: CaseMessage[] }>;
}

/** The two-way mailbox: what was written, oldest first, and the reply. */
export const Mailbox = ({ of, state, messages }: Props) => {
  const { data, error, loading, reload, put } = messages;
  const add = (message: CaseMessage) => {
    const others = (data?.items ?? []).filter((one) => one.id !== message.id);
    put({ items: [...others, message] });
    state.reload();
  };
  return (
    <section class="panel" aria-labelledby="mailbox">
      <h2 class="portal-h2" id="mailbox">
        {t('mailbox.title')}
      </h2>
      <Progress text={loading && !data ? t('mailbox.loading') : undefined} />
      <Failure error={error} onRetry={reload} />
      {data?.items.length === 0 && <p class="kern-body portal-muted">{t('mailbox.empty')}</p>}
      {data && data.items.length > 0 && (
        <ol class="messages">
          {data.items.map((one) => (
            <Message key={one.id} of={one} />
          ))}
        </ol>
      )}
      {of.blocked && <p class="kern-body">{t('mailbox.blocked')}</p>}
      {of.ended ? (
        <p class="kern-body portal-muted">{t('mailbox.ended')}</p>
      ) : (
        data && <Reply of={of} state={state} onSent={add} onReload={reload} />
      )}
    </section>
  );
};
