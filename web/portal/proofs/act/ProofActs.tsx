import type { ProofSubmission } from '../../../../domain/api/portal.ts';
import type { ProofFile } from '../../../../domain/api/proof.ts';
import { proofAsks } from '../../../../domain/forms/proof-of-use/asks.ts';
import { mustCome } from '../../../../domain/process/asked-fields.ts';
import { Button } from '../../../fields/Button.tsx';
import { ApproveAct } from '../../office/act/ApproveAct.tsx';
import { CommentAct } from '../../office/act/CommentAct.tsx';
import { DateAct } from '../../office/act/DateAct.tsx';
import { PlainAct } from '../../office/act/PlainAct.tsx';
import type { ActBase } from '../../office/act/use-act.ts';
import { word } from '../../texts.ts';
import type { ProofState } from '../file/use-proof.ts';
import { say } from '../texts.ts';
import { ClaimAct, isClaimAction } from './ClaimAct.tsx';
import { ReturnAct } from './ReturnAct.tsx';

/** A proof is filed, and corrected, in its editor. */
const EDITED: readonly string[] = ['submit', 'correct'];

const ActOf = (props: ActBase & { file: ProofFile }) => {
  const { action, file, ...rest } = props;
  const base = { ...rest, action };
  if (action === 'query') return <ReturnAct {...props} />;
  if (isClaimAction(action)) return <ClaimAct {...props} action={action} />;
  if (action === 'approve') return <ApproveAct {...base} />;
  if (action === 'post')
    return <DateAct {...base} field="sentOn" note={file.electronicNotice ? undefined : say('post.only')} />;
  if (action === 'notify') return <PlainAct {...base} />;
  if (action === 'extend') return <DateAct {...base} field="fileBy" withComment />;
  if (action === 'object' || action === 'money-back')
    return <DateAct {...base} field="receivedOn" withComment />;
  if (action === 'waive') return <DateAct {...base} field="receivedOn" />;
  return <CommentAct {...base} must={mustCome(proofAsks, action).includes('comment')} />;
};

interface Props {
  of: ProofSubmission;
  file: ProofFile;
  state: ProofState;
}

/** The buttons of what I may do now, and below them the form of the one that is chosen. */
export const ProofActs = ({ of, file, state }: Props) => {
  const { open, setOpen } = state;
  const isProven = file.stated >= file.paid;
  // The server refuses what does not fit what was proven.
  const left: Record<string, boolean> = {
    'accept-proof': isProven,
    // Where nothing was filed there is nothing to return, but more time to give.
    query: file.sent > 0,
    extend: file.sent === 0,
    // What was stated need not be recognised: less of it may be.
    'intend-claim': file.paid > 0,
    notify: file.electronicNotice,
  };
  const actions = of.actions.filter((action) => !EDITED.includes(action) && left[action] !== false);
  return (
    <>
      <div class="actions">
        {actions.map((action, n) => (
          <Button
            key={action}
            id={`act-${action}`}
            variant={n === 0 ? 'primary' : 'secondary'}
            aria-expanded={open === action}
            onClick={() => setOpen(open === action ? undefined : action)}
          >
            {word('action', action)} …
          </Button>
        ))}
      </div>
      {open && actions.includes(open) && (
        <ActOf key={`${open} ${of.version}`} of={of} file={file} state={state} action={open} />
      )}
    </>
  );
};
