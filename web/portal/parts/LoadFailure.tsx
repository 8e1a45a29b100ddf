import { isMissing } from '../api/failures.ts';
import { t } from '../texts.ts';
import { Failure } from './Failure.tsx';

interface Props {
  error: unknown;
  onRetry?: () => void;
}

/** Why a page has nothing to show: what it is about is not there, or it could not be loaded. */
export const LoadFailure = ({ error, onRetry }: Props) =>
  isMissing(error) ? (
    <p class="kern-body panel">{t('failure.missing.text')}</p>
  ) : (
    <Failure error={error} onRetry={onRetry} />
  );
