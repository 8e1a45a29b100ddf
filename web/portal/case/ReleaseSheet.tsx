import * as z from 'zod/mini';
import { type ContactSubmission, caseMessage } from '../../../domain/api/portal.ts';
import { contactRequestAnswers } from '../../../domain/forms/contact-request/answers.ts';
import { usePortal } from '../app/context.ts';
import { Pairs } from '../parts/Pairs.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { t, word } from '../texts.ts';
import { momentText } from '../time/dates.ts';
import { AnswerList } from './AnswerList.tsx';

/** What the release answers: the content that is handed over. */
export const releasedAnswer = z.object({
  answers: z.optional(contactRequestAnswers),
  messages: z.array(caseMessage),
});
export type Released = z.infer<typeof releasedAnswer> & { reason: string; at: string };

interface Props {
  of: ContactSubmission;
  released: Released;
  onClose: () => void;
}

/** The sheet for the general social service: who released what of which case, when and why. */
export const ReleaseSheet = ({ of, released, onClose }: Props) => {
  const { me, county } = usePortal();
  return (
    <Sheet
      title={t('release.released')}
      text={t('release.done')}
      close={t('release.close')}
      onClose={onClose}
    >
      <p class="sheet-from">{county.office.name}</p>
      <h3 class="sheet-title">{t('release.sheet.title')}</h3>
      <p>{t('release.sheet.law')}</p>
      <Pairs
        pairs={[
          [t('release.sheet.case'), of.number],
          [t('facts.kita'), of.kita?.name],
          [t('release.sheet.reason'), word('release-reason', released.reason)],
          [t('release.sheet.by'), me.name],
          [t('release.sheet.at'), momentText(released.at)],
        ]}
      />
      {released.answers && (
        <>
          <h4 class="sheet-part">{t('release.sheet.answers')}</h4>
          <AnswerList of={released.answers} />
        </>
      )}
      {released.messages.length > 0 && (
        <>
          <h4 class="sheet-part">{t('release.sheet.messages')}</h4>
          <ol class="sheet-messages">
            {released.messages.map((one) => (
              <li key={one.id}>
                <p>
                  <strong>{t(`mailbox.${one.from}`)}</strong>, {momentText(one.at)}
                </p>
                <p class="message-text" dir="auto">
                  {one.text}
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
    </Sheet>
  );
};
