import type { ContactRequestAnswers } from '../../../domain/forms/contact-request/answers.ts';
import { toE164 } from '../../../domain/people/phone.ts';
import { Pairs } from '../parts/Pairs.tsx';
import { t, word } from '../texts.ts';

const words = (group: string, codes: readonly string[] | undefined) =>
  codes?.map((code) => word(group, code)).join(', ');

const Phone = ({ typed }: { typed: string }) => {
  const number = toE164(typed);
  return number ? (
    <a class="kern-link kern-link--no-visited-state" href={`tel:${number}`}>
      {typed}
    </a>
  ) : (
    <span>{typed}</span>
  );
};

/** What a family sent, as names and values; what was left empty is left out. */
export const AnswerList = ({ of }: { of: ContactRequestAnswers }) => (
  <>
    {of.notToResponsible && <p class="answers-wish">{t('answers.notToResponsible')}</p>}
    {of.message && (
      <blockquote class="answers-message" dir="auto">
        {of.message}
      </blockquote>
    )}
    <Pairs
      pairs={[
        [t('answers.name'), of.name && <bdi>{of.name}</bdi>],
        [t('answers.iAm'), word('iAm', of.iAm)],
        [t('answers.topics'), words('topic', of.topics)],
        [t('answers.replyBy'), word('replyBy', of.replyBy)],
        [t('answers.phone'), of.phone && <Phone typed={of.phone} />],
        [
          t('answers.mayLeaveMessage'),
          of.phone &&
            of.mayLeaveMessage !== undefined &&
            t(of.mayLeaveMessage ? 'answers.mayLeaveMessage.yes' : 'answers.mayLeaveMessage.no'),
        ],
        [t('answers.email'), of.email],
        [
          t('answers.reachable'),
          [words('weekday', of.reachableOn), words('dayTime', of.reachableAt)].filter(Boolean).join('; '),
        ],
        [
          t('answers.language'),
          word('language', of.language) + (of.interpreter ? `; ${t('answers.interpreter')}` : ''),
        ],
      ]}
    />
  </>
);
