import { type FormKey, formText, isFormKey } from './texts.ts';

/** What the money is for, in words; a purpose that has none yet stands for itself. */
export const purposeText = (purpose: string): string =>
  isFormKey(`purpose.${purpose}`) ? formText(`purpose.${purpose}` as FormKey) : purpose;
