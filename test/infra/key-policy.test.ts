import { describe, expect, test } from 'vitest';
import { audiences, type FunctionName, sealingRights } from '../../domain/sealed/rights.ts';
import { functions } from '../../functions/registry.ts';
import { decide } from './decide.ts';
import { list, readableFrom, type Statement } from './readable.ts';
import { resourcesOf, synthesize } from './synthesized.ts';

const { data } = synthesize();
const readable = readableFrom(data);

/** A key's policy with readable principals: `familiesrole`, `arn:…:root`, `*`. */
const policyOf = (id: string) => {
  const found = resourcesOf(data, 'AWS::KMS::Key').find(([logicalId]) => logicalId.startsWith(id));
  if (!found) throw new Error(`no key ${id}`);
  const { Statement } = found[1].Properties.KeyPolicy as { Statement: Statement[] };
  return JSON.parse(JSON.stringify(Statement), (_, value: unknown) =>
    typeof value === 'object' && value !== null && Object.keys(value)[0]?.match(/^(Ref|Fn::\w+)$/)
      ? readable(value)
      : value,
  ) as Statement[];
};

const sealing = policyOf('sealingkey');
const mac = policyOf('mackey');
const names = Object.keys(functions) as FunctionName[];
const role = (name: FunctionName) => `${name}role`;
/** An administrator: every right that IAM can give. */
const ADMIN = 'administrator';
const context = (to: string) => ({ case: '019aa7d2-9c1e-7c55-8a43-1f2e3d4c5b6a', to });

const WRONG_CONTEXTS: Record<string, string>[] = [
  {},
  { to: 'worker' },
  { case: '1' },
  { ...context('worker'), more: '1' },
  context('all'),
];

describe.each(names)('%s', (name) => {
  test.each(audiences)('seals and opens for %s as the table of rights says', (to) => {
    const may = (action: string) => decide(sealing, { principal: role(name), action, context: context(to) });
    expect(may('kms:GenerateDataKey')).toBe(sealingRights[name].seal.includes(to));
    expect(may('kms:Decrypt')).toBe(sealingRights[name].open.includes(to));
  });

  test('may neither seal nor open without the exact context', () => {
    for (const wrong of WRONG_CONTEXTS)
      for (const action of ['kms:Decrypt', 'kms:GenerateDataKey'])
        expect(decide(sealing, { principal: role(name), action, context: wrong })).toBe(false);
  });

  test('derives receipt codes only if it needs them', () => {
    const asked = {
      principal: role(name),
      action: 'kms:GenerateMac',
      context: {},
      algorithm: 'HMAC_SHA_256',
    };
    expect(decide(mac, asked)).toBe(functions[name].pepper === true);
  });
});

test.each(audiences)('an administrator with every right in IAM neither seals nor opens for %s', (to) => {
  for (const action of [
    'kms:Decrypt',
    'kms:GenerateDataKey',
    'kms:Encrypt',
    'kms:ReEncryptFrom',
    'kms:CreateGrant',
  ])
    expect(decide(sealing, { principal: ADMIN, everythingByIam: true, action, context: context(to) })).toBe(
      false,
    );
});

test('an administrator with every right in IAM opens nothing without a context either, and derives no receipt code', () => {
  const asked = { principal: ADMIN, everythingByIam: true, context: {} };
  for (const action of ['kms:Decrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyWithoutPlaintext'])
    expect(decide(sealing, { ...asked, action })).toBe(false);
  for (const action of ['kms:GenerateMac', 'kms:VerifyMac', 'kms:CreateGrant'])
    expect(decide(mac, { ...asked, action, algorithm: 'HMAC_SHA_256' })).toBe(false);
});

test('an administrator can still look after the keys', () => {
  for (const policy of [sealing, mac])
    for (const action of ['kms:PutKeyPolicy', 'kms:DescribeKey', 'kms:ScheduleKeyDeletion'])
      expect(decide(policy, { principal: ADMIN, everythingByIam: true, action, context: {} })).toBe(true);
});

test.each(names)('%s can neither change nor lend a key', (name) => {
  for (const policy of [sealing, mac])
    for (const action of ['kms:PutKeyPolicy', 'kms:CreateGrant', 'kms:ScheduleKeyDeletion'])
      expect(decide(policy, { principal: role(name), action, context: context('worker') })).toBe(false);
});

test('the keys that store data work only through the service that stores', () => {
  for (const id of ['tablekey', 'keystablekey', 'answerstablekey'])
    for (const { Action, Condition, Principal } of policyOf(id)) {
      expect(String(Principal?.AWS)).toMatch(/:root$/);
      if (list(Action).some((action) => /Decrypt|Encrypt|GenerateDataKey|CreateGrant/.test(action)))
        expect(list(Condition?.StringEquals?.['kms:ViaService']).map(String)).toEqual(
          (id === 'tablekey' ? ['dynamodb', 's3'] : ['dynamodb']).map(
            (service) => `${service}.<Region>.<URLSuffix>`,
          ),
        );
    }
});

test('the sealing key rotates, and both keys outlive their stack', () => {
  for (const [id, { Properties, DeletionPolicy }] of resourcesOf(data, 'AWS::KMS::Key')) {
    expect(DeletionPolicy, id).toBe('Retain');
    if (!id.startsWith('mackey')) expect(Properties.EnableKeyRotation, id).toBe(true);
    else expect(Properties.KeySpec).toBe('HMAC_256');
  }
});
