import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../fields/Button.tsx';
import { t } from '../texts.ts';

interface Props {
  /** Above the sheet, not printed: what it is and that it is shown once. */
  title: string;
  text: string;
  close: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** A sheet of paper that is shown once and can be printed: nothing else of the page gets on the paper. */
export const Sheet = ({ title, text, close, onClose, children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <section class="panel panel--sheet" aria-labelledby={id}>
      <h2 class="portal-h2" id={id} tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <p class="kern-body">{text}</p>
      <div class="sheet">{children}</div>
      <div class="actions">
        <Button onClick={() => window.print()}>{t('app.print')}</Button>
        <Button variant="secondary" onClick={onClose}>
          {close}
        </Button>
      </div>
    </section>
  );
};
