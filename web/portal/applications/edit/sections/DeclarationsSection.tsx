import { say } from '../../texts.ts';
import { Group } from '../Group.tsx';
import { Box } from '../inputs.tsx';
import { Signature } from '../Signature.tsx';

/** What is declared, how the notice may come, and who signs. */
export const DeclarationsSection = () => (
  <>
    <Group name="declarations" title={say('declared.title')}>
      <Box name="declarations.truthful" />
      <Box name="declarations.reportsChanges" />
      <Box name="declarations.earmarked" />
      <Box name="declarations.notPaidTwice" />
      <Box name="declarations.provesUse" />
    </Group>
    <Group name="notice" title={say('notice.title')}>
      <Box name="electronicNotice" hint={say('notice.hint')} />
    </Group>
    <Signature hint={say('signature.hint')} />
  </>
);
