import type { MailboxMessage } from '../../../domain/api/families.ts';
import { instantInWords } from '../language/dates.ts';
import { t } from '../language/texts.ts';

/** Both sides' messages, oldest first. Own ones are sealed for the social worker and come without their text. */
export const Messages = ({
  messages,
  worker,
}: {
  messages: MailboxMessage[];
  worker: string | undefined;
}) => (
  <section class="stack" aria-labelledby="messages">
    <h2 class="kern-heading-medium" id="messages">
      {t('mailbox.messages')}
    </h2>
    {messages.length === 0 && <p class="kern-body">{t('mailbox.no-messages')}</p>}
    <ol class="messages" hidden={messages.length === 0}>
      {messages.map(({ id, from, at, text }) => (
        <li key={id} class={from}>
          <p class="kern-label">
            <bdi>{from === 'family' ? t('mailbox.from-family') : (worker ?? t('mailbox.from-worker'))}</bdi>
          </p>
          <p class="kern-body kern-body--small">{instantInWords(at)}</p>
          {text !== undefined && (
            <p class="kern-body words" dir="auto">
              {text}
            </p>
          )}
        </li>
      ))}
    </ol>
    {messages.some(({ text }) => text === undefined) && (
      <p class="kern-body kern-body--small">{t('mailbox.hidden')}</p>
    )}
  </section>
);
