import { word } from '../texts.ts';

/** A step of a payment order in words: in its own, where another form has one of the same name. */
export const stepText = (step: string): string => {
  const own = word('step.payment-order', step);
  return own === step ? word('step', step) : own;
};
