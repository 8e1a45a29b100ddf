import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Alert } from '../../fields/Alert.tsx';
import type { Notice } from '../case/use-case.ts';

/** Takes the focus as often as something else is said, for the button or the form that did it may be gone. */
const Box = ({ said, children }: { said: unknown; children: ComponentChildren }) => {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (said) box.current?.focus();
  }, [said]);
  return (
    <div class="case-said" ref={box} tabIndex={-1}>
      {children}
    </div>
  );
};

/** What was just done here. */
export const Said = ({ text }: { text: string | undefined }) => (
  <Box said={text}>{text && <Alert kind="success" role="status" title={text} />}</Box>
);

/** What was just done or refused with a case. */
export const SaidNotice = ({ notice }: { notice: Notice | undefined }) => (
  <Box said={notice}>
    {notice && (
      <Alert kind={notice.kind} title={notice.title} role="status">
        {notice.text && <p class="kern-body">{notice.text}</p>}
      </Alert>
    )}
  </Box>
);
