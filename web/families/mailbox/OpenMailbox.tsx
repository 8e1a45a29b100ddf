import { Alert } from '../../fields/Alert.tsx';
import { Button } from '../../fields/Button.tsx';
import { Progress } from '../../fields/Progress.tsx';
import { mailbox } from '../api/families.ts';
import { Failure } from '../frame/Failure.tsx';
import { t } from '../language/texts.ts';
import { ConsentQuestion } from './ConsentQuestion.tsx';
import { MailboxActions } from './MailboxActions.tsx';
import { Messages } from './Messages.tsx';
import { State } from './State.tsx';
import { Unsent } from './Unsent.tsx';
import { useMailbox } from './use-mailbox.ts';
import { WriteMessage } from './WriteMessage.tsx';

interface Props {
  code: string;
  onCode: (code: string) => void;
  onUnknown: () => void;
  onClose: () => void;
}

export const OpenMailbox = ({ code, onCode, onUnknown, onClose }: Props) => {
  const { answer, failure, working, said, act } = useMailbox(code, onUnknown);
  return (
    <>
      <Progress text={working ? t(answer ? 'mailbox.working' : 'mailbox.opening') : undefined} />
      {failure && <Failure error={failure.error} reading={!answer} onAgain={failure.again} />}
      <div role="status">{said && <Alert kind="success" title={said} />}</div>
      {answer && (
        <>
          <State mailbox={answer} />
          {answer.consentAskedBy && <ConsentQuestion code={code} name={answer.consentAskedBy} act={act} />}
          <Messages messages={answer.messages} worker={answer.responsible?.name} />
          {answer.mayWrite ? (
            <WriteMessage code={code} act={act} />
          ) : (
            <>
              <p class="kern-body">{t('mailbox.may-not-write')}</p>
              <Unsent />
            </>
          )}
          <MailboxActions code={code} mayWithdraw={answer.mayWithdraw} act={act} onCode={onCode} />
        </>
      )}
      <div class="choices">
        {answer && (
          <Button
            variant="secondary"
            busy={working}
            onClick={() => void act(() => mailbox(code), t('mailbox.refreshed'))}
          >
            {t('mailbox.refresh')}
          </Button>
        )}
        <Button variant="secondary" onClick={onClose}>
          {t('close.open')}
        </Button>
      </div>
    </>
  );
};
