import { Alert } from '../../fields/Alert.tsx';
import { Button } from '../../fields/Button.tsx';
import { say } from './texts.ts';

/** Somebody else has saved: nothing of what was typed is lost, and nobody overwrites without knowing. */
export const SavedMeanwhile = ({ onTheirs, onMine }: { onTheirs: () => void; onMine: () => void }) => (
  <Alert kind="warning" role="alert" title={say('changed.title')} level={3}>
    <p class="kern-body">{say('changed.text')}</p>
    <div class="actions">
      <Button variant="secondary" onClick={onTheirs}>
        {say('changed.theirs')}
      </Button>
      <Button variant="secondary" onClick={onMine}>
        {say('changed.mine')}
      </Button>
    </div>
  </Alert>
);
