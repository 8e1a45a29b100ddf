import { useEffect } from 'preact/hooks';
import { Button } from '../../fields/Button.tsx';
import { t } from '../language/texts.ts';
import { useCounty } from './county.ts';
import { leave } from './leave.ts';

const TWICE_WITHIN = 1_000;

/** On every page: a phone may be watched. The button, or Esc pressed twice. */
export const LeaveQuickly = () => {
  const to = useCounty()?.leaveTo;
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.repeat) return;
      if (event.timeStamp - last < TWICE_WITHIN) leave(to);
      last = event.timeStamp;
    };
    // Captured, so that a dialog that Esc closes does not swallow it.
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [to]);
  return (
    <Button variant="secondary" onClick={() => leave(to)} title={t('site.leave-hint')}>
      {t('site.leave')}
    </Button>
  );
};
