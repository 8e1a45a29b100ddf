import { useState } from 'preact/hooks';
import { Button } from '../../fields/Button.tsx';
import { t } from '../language/texts.ts';

const groups = (code: string) => code.replaceAll('-', '').match(/.{1,4}/g) ?? [];

/** The code in four groups, to write down, copy and print. */
export const CodeBox = ({ code }: { code: string }) => {
  const [said, say] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(groups(code).join('-'));
      say(t('receipt.copied'));
    } catch {
      say(t('receipt.copy-failed'));
    }
  };
  return (
    <div class="stack">
      <p class="code" dir="ltr" lang="zxx" translate={false}>
        {groups(code).map((group, at) => (
          <span key={group + String(at)}>
            {at > 0 && <span class="kern-sr-only">-</span>}
            {group}
          </span>
        ))}
      </p>
      <div class="choices no-print">
        <Button variant="secondary" onClick={() => void copy()}>
          {t('receipt.copy')}
        </Button>
        <Button variant="secondary" onClick={() => print()}>
          {t('receipt.print')}
        </Button>
      </div>
      <p class="kern-body no-print" role="status">
        {said}
      </p>
    </div>
  );
};
