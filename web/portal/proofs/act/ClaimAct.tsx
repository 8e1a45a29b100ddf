import type { UseFormReturn } from 'react-hook-form';
import type { Decision } from '../../../../domain/api/portal.ts';
import type { ProofFile } from '../../../../domain/api/proof.ts';
import { formatEuros } from '../../../../domain/money/euros.ts';
import { RadioGroup } from '../../../fields/Choices.tsx';
import { FieldError } from '../../../fields/FieldParts.tsx';
import { fieldId } from '../../../fields/field.ts';
import { Select } from '../../../fields/Select.tsx';
import { TextField } from '../../../fields/TextField.tsx';
import { now } from '../../api/now.ts';
import { purposeText } from '../../application/purpose-text.ts';
import { draftField, fieldSentence } from '../../drafts/use-draft-form.ts';
import { ActForm } from '../../office/act/ActForm.tsx';
import { sendOf, textOf } from '../../office/act/act-texts.ts';
import { CommentField } from '../../office/act/CommentField.tsx';
import type { AskedParts } from '../../office/act/granted.ts';
import { type ActBase, useAct } from '../../office/act/use-act.ts';
import { t } from '../../texts.ts';
import { dateOf } from '../../time/dates.ts';
import { say } from '../texts.ts';
import { ClaimSums } from './ClaimSums.tsx';
import { type ClaimValues, readClaim, recognisedWithout } from './claim-values.ts';
import { firstParts, statedParts } from './recognised.ts';

/** The actions that say what is recognised, and what is claimed with that. */
const CLAIMS = ['intend-claim', 'intend-withdrawal', 'claim'] as const;
type ClaimAction = (typeof CLAIMS)[number];
export const isClaimAction = (action: string): action is ClaimAction => CLAIMS.some((one) => one === action);

interface Props extends ActBase {
  action: ClaimAction;
  file: ProofFile;
}

type Form = UseFormReturn<ClaimValues, unknown, Decision>;

const NO_PARTS = { positions: [], training: '', thirdParty: '' };
const euroField = { inputMode: 'decimal', autocomplete: 'off' } as const;

const Parts = ({ form, stated }: { form: Form; stated: AskedParts }) => (
  <fieldset class="act-parts">
    <legend class="portal-h4">{say('act.parts')}</legend>
    {stated.positions.map(({ id, name, cost }, n) => (
      <TextField
        key={id}
        label={name}
        hint={say('act.stated', { sum: formatEuros(cost) })}
        {...euroField}
        {...draftField(form, `granted.positions.${n}.amount`)}
      />
    ))}
    <TextField
      label={say('field.training')}
      hint={say('act.stated', { sum: formatEuros(stated.training) })}
      {...euroField}
      {...draftField(form, 'granted.training')}
    />
    <TextField
      label={say('field.thirdParty')}
      hint={say('act.deducted', { sum: formatEuros(stated.thirdParty) })}
      {...euroField}
      {...draftField(form, 'granted.thirdParty')}
    />
  </fieldset>
);

/** Interest, and what is set off, as far as the county claims and does that. */
const Beside = ({ form, file: { rules } }: { form: Form; file: ProofFile }) => (
  <>
    {rules?.interest && (
      <div class="act-day">
        <TextField
          type="date"
          label={say('act.interestFrom')}
          hint={say('act.interestFrom.hint')}
          optional={t('app.optional')}
          {...draftField(form, 'interestFrom')}
        />
      </div>
    )}
    {rules?.setOff && rules.grants.length === 0 && (
      <p class="kern-body portal-muted">{say('act.setOff.none')}</p>
    )}
    {rules?.setOff && rules.grants.length > 0 && (
      <fieldset class="act-parts">
        <legend class="portal-h4">{say('act.setOff')}</legend>
        <Select
          label={say('act.setOff.against')}
          optional={t('app.optional')}
          empty={say('act.setOff.choose')}
          options={rules.grants.map(({ application, fileNumber, purpose, committed }) => ({
            value: application,
            label: say('act.setOff.grant', {
              number: fileNumber,
              purpose: purpose ? purposeText(purpose) : '–',
              sum: formatEuros(committed),
            }),
          }))}
          {...draftField(form, 'setOff.against')}
        />
        <TextField
          label={say('act.setOff.amount')}
          optional={t('app.optional')}
          {...euroField}
          {...draftField(form, 'setOff.amount')}
        />
      </fieldset>
    )}
  </>
);

const orderOf = ({ how, granted }: ClaimValues, stated: AskedParts | undefined) => [
  'how',
  ...(how === 'parts'
    ? [
        ...granted.positions.map(
          (_, n) => [`granted.positions.${n}.amount`, stated?.positions[n]?.name ?? ''] as const,
        ),
        ['granted.training', say('field.training')] as const,
        ['granted.thirdParty', say('field.thirdParty')] as const,
      ]
    : []),
  'sum',
  ['interestFrom', say('act.interestFrom')] as const,
  ['setOff.against', say('act.setOff.against')] as const,
  ['setOff.amount', say('act.setOff.amount')] as const,
  'comment',
];

/**
 * What the provider is heard on, and the draft of a claim after that: what is recognised part by part, interest and what is set
 * off, and what all of it comes to while it is typed.
 */
export const ClaimAct = ({ file, ...props }: Props) => {
  const { action } = props;
  const today = dateOf(now());
  const stated = statedParts(file);
  const act = useAct<ClaimValues>(props, {
    empty: {
      how: 'all',
      granted: stated ? firstParts(file, stated) : NO_PARTS,
      sum: '',
      interestFrom: '',
      setOff: { against: '', amount: '' },
      comment: '',
      for: '',
    },
    read: (values) => readClaim(values, { action, file, stated, today }),
    order: (values) => orderOf(values, stated),
  });
  const { form } = act;
  const values = form.watch();
  const sum = fieldId('sum');
  return (
    <ActForm {...props} act={act} text={textOf(action)} send={sendOf(action)}>
      {action === 'intend-withdrawal' && file.at === 'filing' && file.saved > 0 && (
        <p class="kern-body">{say('act.draft')}</p>
      )}
      {stated && (
        <RadioGroup
          label={say('act.how')}
          options={[
            {
              value: 'all',
              label: say(`act.how.${action}`, { sum: formatEuros(recognisedWithout(action, file)) }),
            },
            { value: 'parts', label: say('act.how.parts') },
          ]}
          {...draftField(form, 'how')}
        />
      )}
      {stated && values.how === 'parts' && <Parts form={form} stated={stated} />}
      {action === 'claim' && <Beside form={form} file={file} />}
      <div id={sum} tabIndex={-1} class="act-sum-box">
        <ClaimSums values={values} action={action} file={file} today={today} />
        <FieldError id={sum} error={fieldSentence(form, 'sum')} />
      </div>
      <CommentField action={action} form={form} must rows={6} />
    </ActForm>
  );
};
