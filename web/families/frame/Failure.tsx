import { Alert } from '../../fields/Alert.tsx';
import { Button } from '../../fields/Button.tsx';
import { ConnectionError, explained, isErased, isOtherBody, ProblemError } from '../api/call.ts';
import { type TextKey, t } from '../language/texts.ts';
import { TryAgain } from './TryAgain.tsx';

interface Props {
  error: unknown;
  /** Reading loses nothing: the words then only ask to try again. */
  reading?: boolean;
  onAgain: () => void;
  /** After a 409: sends it under a new id. */
  onAnew?: () => void;
}

const keys = (error: unknown, reading: boolean | undefined): [TextKey, TextKey] => {
  if (error instanceof ConnectionError)
    return ['failure.network', reading ? 'failure.network-read' : 'failure.network-text'];
  if (error instanceof ProblemError && error.status === 413) return ['failure.large', 'failure.large-text'];
  if (isOtherBody(error)) return ['failure.conflict', 'failure.conflict-text'];
  if (error instanceof ProblemError && error.status === 409)
    return ['failure.changed', 'failure.changed-text'];
  return ['failure.server', 'failure.server-text'];
};

const words = (error: unknown, reading: boolean | undefined) => {
  const problem = explained(error);
  if (problem) return { title: problem.title, text: problem.detail };
  const [title, text] = keys(error, reading);
  return { title: t(title), text: t(text) };
};

/** What went wrong outside of the fields, in plain words, with the way on. */
export const Failure = ({ error, reading, onAgain, onAnew }: Props) => {
  const { title, text } = words(error, reading);
  return (
    <Alert kind="danger" title={title} role="alert">
      <p class="kern-body">{text}</p>
      {onAnew && (isOtherBody(error) || isErased(error)) ? (
        <div>
          <Button variant="secondary" onClick={onAnew}>
            {t('failure.conflict-send')}
          </Button>
        </div>
      ) : (
        <TryAgain onClick={onAgain} />
      )}
    </Alert>
  );
};
