import { Alert } from '../../fields/Alert.tsx';
import { Button } from '../../fields/Button.tsx';
import { SessionEndedError } from '../login/session.ts';
import { t } from '../texts.ts';
import { failureText } from './failure-text.ts';

interface Props {
  error: unknown;
  /** Words for what did not work, where "that did not work" is not enough. */
  title?: string;
  onRetry?: (() => void) | undefined;
}

/** A failure in plain words with the way on. A session that ended has its own dialog and needs none here. */
export const Failure = ({ error, title, onRetry }: Props) => {
  if (error === undefined || error instanceof SessionEndedError) return null;
  const { title: own, text, again } = failureText(error);
  return (
    <Alert kind="danger" role="alert" title={title ?? own}>
      <p class="kern-body">{text}</p>
      {again && onRetry && (
        <div>
          <Button variant="secondary" onClick={onRetry}>
            {t('app.retry')}
          </Button>
        </div>
      )}
    </Alert>
  );
};
