import type { NewMessage } from '../../../domain/api/families.ts';
import { usePortal } from '../app/context.ts';
import { t } from '../texts.ts';

/** A reply that was typed while somebody else ended the case or took it over: it cannot be sent, and must not vanish for that. */
export const Unsent = ({ id }: { id: string }) => {
  const text = usePortal().drafts.read<NewMessage>(`reply.${id}`)?.text ?? '';
  if (text.trim() === '') return null;
  return (
    <section class="panel" aria-labelledby="unsent">
      <h2 class="portal-h2" id="unsent">
        {t('reply.unsent')}
      </h2>
      <p class="message-text" dir="auto">
        {text}
      </p>
    </section>
  );
};
