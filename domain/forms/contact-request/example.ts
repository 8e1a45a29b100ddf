import type { ContactRequestAnswers } from './answers.ts';

/** An invented request: the example of the API's document, of the tests, and of the demonstration. */
export const contactRequestExample: ContactRequestAnswers = {
  iAm: 'guardian',
  kita: 'biebelnheim',
  name: 'Familie Muster',
  replyBy: 'telephone',
  phone: '06731 000000',
  mayLeaveMessage: false,
  reachableOn: ['monday', 'wednesday'],
  reachableAt: ['afternoon'],
  language: 'de',
  interpreter: false,
  topics: ['money', 'authorities'],
  message: 'Wir brauchen Hilfe bei einem Antrag und wissen nicht, wo wir anfangen sollen.',
};
