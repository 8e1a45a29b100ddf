import { Progress } from '../../fields/Progress.tsx';
import { t } from '../texts.ts';

export const Loading = ({ text = t('app.loading') }: { text?: string }) => <Progress text={text} />;
