import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../fields/Button.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { momentText } from '../../time/dates.ts';
import { say } from '../texts.ts';
import type { SaveState, Saving } from './use-saving.ts';

const textOf = (state: SaveState): string => {
  if (state.is === 'saved') return state.at ? say('save.saved', { moment: momentText(state.at) }) : '';
  if (state.is === 'saving') return say('save.saving');
  return state.is === 'failed' ? '' : say('save.changed');
};

interface Props {
  saving: Saving;
  label: string;
}

/** Whether what is typed is saved, and the button for who does not want to wait for the pause. */
export const SaveBar = ({ saving, label }: Props) => {
  const { state, save } = saving;
  // Who pressed the button hears that it is saved; who only types is not interrupted by every pause.
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (state.is === 'changed') setAsked(false);
  }, [state.is]);
  const saveNow = () => {
    setAsked(true);
    void save();
  };
  return (
    <div class="save-bar">
      <Button variant="secondary" busy={state.is === 'saving'} onClick={saveNow}>
        {label}
      </Button>
      <span class="save-state">{textOf(state)}</span>
      <span class="kern-sr-only" role="status">
        {asked && state.is === 'saved' && textOf(state)}
      </span>
      {state.is === 'failed' && (
        <div class="save-failed">
          <Failure error={state.error} title={say('save.failed')} onRetry={saveNow} />
          <p class="kern-body">{say('save.kept')}</p>
        </div>
      )}
    </div>
  );
};
