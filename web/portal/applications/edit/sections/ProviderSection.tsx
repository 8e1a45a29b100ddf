import { legalForms, providerKinds } from '../../../../../domain/forms/budget-application/fields.ts';
import { formText } from '../../../application/texts.ts';
import { Group } from '../Group.tsx';
import { choicesOf, Line, OneOf, Radios } from '../inputs.tsx';

/** Who applies, and whom the office can ask. */
export const ProviderSection = () => (
  <Group name="provider">
    <Line name="provider.name" autocomplete="organization" />
    <OneOf name="provider.legalForm" options={choicesOf('provider.legalForm', legalForms)} />
    <Radios name="provider.kind" horizontal options={choicesOf('provider.kind', providerKinds)} />
    <Line name="provider.street" autocomplete="street-address" />
    <div class="fields-row">
      <Line name="provider.postcode" autocomplete="postal-code" inputMode="numeric" />
      <Line name="provider.town" autocomplete="address-level2" />
    </div>
    <Line name="provider.ags" optional inputMode="numeric" />
    <Group name="provider.contact" title={formText('provider.contact')}>
      <Line name="provider.contact.name" autocomplete="name" />
      <Line name="provider.contact.email" type="email" autocomplete="email" inputMode="email" />
      <Line name="provider.contact.phone" type="tel" autocomplete="tel" inputMode="tel" />
    </Group>
  </Group>
);
