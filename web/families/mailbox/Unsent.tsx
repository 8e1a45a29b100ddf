import { t } from '../language/texts.ts';
import { keptMessage } from './message-draft.ts';

/** What was typed while the other side closed the mailbox: it cannot be sent any more, and must not vanish for that. */
export const Unsent = () => {
  const { text } = keptMessage();
  if (text.trim() === '') return null;
  return (
    <section class="panel stack" aria-labelledby="unsent">
      <h2 class="kern-heading-small" id="unsent">
        {t('mailbox.unsent')}
      </h2>
      <p class="kern-body words" dir="auto">
        {text}
      </p>
    </section>
  );
};
