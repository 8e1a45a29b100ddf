import { t } from '../texts.ts';

/** The sentence of a counter: how many characters are left, or too many. */
export const leftText = (left: number): string =>
  left >= 0 ? t('app.left', { left }) : t('app.over', { over: -left });
