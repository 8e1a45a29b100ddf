import { Button } from '../../fields/Button.tsx';
import { t } from '../language/texts.ts';

export const TryAgain = ({ onClick }: { onClick: () => void }) => (
  <div>
    <Button variant="secondary" onClick={onClick}>
      {t('failure.again')}
    </Button>
  </div>
);
