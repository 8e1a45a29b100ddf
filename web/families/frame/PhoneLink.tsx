import { toE164 } from '../../../domain/people/phone.ts';

/** A number to call; short ones such as 110 are dialled as they are. Digits run from left to right in every language. */
export const PhoneLink = ({ number, big }: { number: string; big?: boolean }) => (
  <a
    class={big ? 'kern-btn kern-btn--primary' : 'kern-link kern-link--no-visited-state phone'}
    href={`tel:${toE164(number) ?? number.replace(/[^\d+]/g, '')}`}
  >
    <bdi dir="ltr" class={big ? 'kern-label' : undefined}>
      {number}
    </bdi>
  </a>
);
