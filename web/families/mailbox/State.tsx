import type { MailboxAnswer } from '../../../domain/api/families.ts';
import { PhoneLink } from '../frame/PhoneLink.tsx';
import { dayInWords, instantInWords } from '../language/dates.ts';
import { t } from '../language/texts.ts';

/** Where the case stands and whose turn it is. */
export const State = ({ mailbox }: { mailbox: MailboxAnswer }) => {
  const { state, answerBy, messages, responsible, kita, receivedAt, since, deletedOn } = mailbox;
  const answered = messages.at(-1)?.from === 'worker' && mailbox.mayWrite;
  return (
    <section class="panel stack" aria-labelledby="state">
      <h2 class="kern-heading-small" id="state">
        {t('mailbox.state')}: {t(`mailbox.state.${state}`)}
      </h2>
      <p class="kern-body">{t(`mailbox.state.${state}-text`)}</p>
      {answered && <p class="kern-body kern-body--bold">{t('mailbox.your-turn')}</p>}
      {!answered && answerBy && (
        <p class="kern-body kern-body--bold">{t('mailbox.answer-by', { date: dayInWords(answerBy) })}</p>
      )}
      <dl class="facts kern-body">
        {responsible && (
          <div>
            <dt>{t('mailbox.responsible')}</dt>
            <dd>
              <bdi>{responsible.name}</bdi>
              {responsible.phone && (
                <>
                  <br />
                  <PhoneLink number={responsible.phone} />
                </>
              )}
              {responsible.hours && (
                <>
                  <br />
                  <bdi lang="de">{responsible.hours}</bdi>
                </>
              )}
            </dd>
          </div>
        )}
        {kita && (
          <div>
            <dt>{t('mailbox.kita')}</dt>
            <dd>
              <bdi>{kita}</bdi>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('mailbox.received-at')}</dt>
          <dd>{instantInWords(receivedAt)}</dd>
        </div>
        <div>
          <dt>{t('mailbox.since')}</dt>
          <dd>{instantInWords(since)}</dd>
        </div>
      </dl>
      {deletedOn && <p class="kern-body">{t('mailbox.delete-on', { date: dayInWords(deletedOn) })}</p>}
    </section>
  );
};
