import { useEffect } from 'preact/hooks';
import { t } from '../texts.ts';

/** The window's title says which view it is. */
export const useTitle = (view: string): void => {
  useEffect(() => {
    document.title = t('app.title', { view });
  }, [view]);
};
