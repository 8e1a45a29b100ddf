import { useLayoutEffect, useRef } from 'preact/hooks';
import { Alert } from '../../fields/Alert.tsx';

/** What was just done here; takes the focus, for the button that did it may be gone. */
export const Said = ({ text }: { text: string | undefined }) => {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (text) box.current?.focus();
  }, [text]);
  return (
    <div class="case-said" ref={box} tabIndex={-1}>
      {text && <Alert kind="success" role="status" title={text} />}
    </div>
  );
};
