import { formText } from '../../application/texts.ts';
import { Group } from './Group.tsx';
import { Line } from './inputs.tsx';

/** Who answers for what is sent, and on which day. */
export const Signature = ({ hint }: { hint: string }) => (
  <Group name="signature" title={formText('signature')}>
    <p class="kern-body">{hint}</p>
    <div class="fields-row">
      <Line name="signature.name" autocomplete="name" />
      <Line name="signature.on" inputMode="numeric" />
    </div>
  </Group>
);
