import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../fields/Button.tsx';
import { fieldId } from '../../fields/field.ts';
import { t } from '../language/texts.ts';
import { recentlyChosen } from './recently-chosen.ts';

/** The chosen Kita. Takes the focus from the list that has gone. */
export const Chosen = ({ name, onChange }: { name: string; onChange: () => void }) => {
  const box = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (recentlyChosen()) box.current?.focus();
  }, []);
  return (
    <div class="chosen">
      <p class="kern-body" tabIndex={-1} ref={box} id={fieldId('kita')}>
        <span class="kern-label">{t('finder.chosen')}</span>
        <br />
        <bdi>{name}</bdi>
      </p>
      <Button variant="secondary" onClick={onChange}>
        {t('finder.change')}
      </Button>
    </div>
  );
};
