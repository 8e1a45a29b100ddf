import { t } from './texts.ts';

/** The counter's sentence; a negative number is how many are too many. */
export const charactersLeft = (left: number): string =>
  left < 0 ? t('message.over', { over: -left }) : t('message.left', { left });
