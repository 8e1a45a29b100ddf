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
  return (
    <div class="save-bar">
      <Button variant="secondary" busy={state.is === 'saving'} onClick={() => void save()}>
        {label}
      </Button>
      <span class="save-state">{textOf(state)}</span>
      {state.is === 'failed' && (
        <div class="save-failed">
          <Failure error={state.error} title={say('save.failed')} onRetry={() => void save()} />
          <p class="kern-body">{say('save.kept')}</p>
        </div>
      )}
    </div>
  );
};
