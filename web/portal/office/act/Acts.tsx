import { budgetAsks } from '../../../../domain/forms/budget-application/asks.ts';
import { mustCome } from '../../../../domain/process/asked-fields.ts';
import { Button } from '../../../fields/Button.tsx';
import { word } from '../../texts.ts';
import { say } from '../texts.ts';
import { ApproveAct } from './ApproveAct.tsx';
import { CommentAct } from './CommentAct.tsx';
import { DateAct } from './DateAct.tsx';
import { GrantAct } from './GrantAct.tsx';
import { offeredActions } from './offered-actions.ts';
import { PartialAct } from './PartialAct.tsx';
import { PlainAct } from './PlainAct.tsx';
import { QueryAct } from './QueryAct.tsx';
import { RetryAct } from './RetryAct.tsx';
import type { ActProps } from './use-act.ts';

const ActOf = (props: ActProps) => {
  const { action, file } = props;
  const noMail = action === 'post' && file.answers?.electronicNotice !== true && say('post.only');
  if (action === 'query') return <QueryAct {...props} />;
  if (action === 'grant') return <GrantAct {...props} />;
  if (action === 'partial') return <PartialAct {...props} />;
  if (action === 'approve') return <ApproveAct {...props} />;
  if (action === 'retry') return <RetryAct {...props} />;
  if (action === 'post') return <DateAct {...props} field="sentOn" note={noMail || undefined} />;
  if (action === 'object') return <DateAct {...props} field="receivedOn" withComment />;
  if (action === 'waive') return <DateAct {...props} field="receivedOn" />;
  if (action === 'notify' || action === 'allot') return <PlainAct {...props} />;
  return <CommentAct {...props} must={mustCome(budgetAsks, action).includes('comment')} />;
};

/** The buttons of what I may do now, and below them the form of the one that is chosen: the file stays in sight. */
export const Acts = ({ of, file, state }: Omit<ActProps, 'action'>) => {
  const { open, setOpen } = state;
  const actions = offeredActions(of, file);
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
