import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyDocument, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { type Audience, audiences, type FunctionName, sealingRights } from '../../domain/sealed/rights.ts';
import { administration, allow, denyAll, everybodyBut, type RoleArns } from './key-policy.ts';

const AUDIENCE = 'kms:EncryptionContext:to';
const CASE = 'kms:EncryptionContext:case';

/** How a data key is made, and how it is opened; a right of domain/sealed/rights.ts is one of the two. */
const SEAL = ['kms:GenerateDataKey'];
const OPEN = ['kms:Decrypt'];

/** Ways to use or to lend the key that nobody needs: grants, re-encryption under another context, other data keys. */
const NEVER = [
  'kms:CreateGrant',
  'kms:Encrypt',
  'kms:GenerateDataKeyPair',
  'kms:GenerateDataKeyPairWithoutPlaintext',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

const names = Object.keys(sealingRights) as FunctionName[];

/** Exactly the context `{ case, to }`, with one of these audiences. */
const contextFor = (to: readonly Audience[]) => ({
  StringEquals: { [AUDIENCE]: [...to] },
  Null: { [CASE]: 'false' },
  'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['case', 'to'] },
});

const allowed = (right: 'seal' | 'open', actions: string[], roles: RoleArns): PolicyStatement[] =>
  names
    .filter((name) => sealingRights[name][right].length > 0)
    .map((name) => allow(`${right}By${name}`, roles[name], actions, contextFor(sealingRights[name][right])));

const denied = (right: 'seal' | 'open', actions: string[], roles: RoleArns): PolicyStatement[] =>
  audiences.map((to) => {
    const mayDoIt = names.filter((name) => sealingRights[name][right].includes(to));
    return denyAll(`nobodyElse${right}For${to}`, actions, {
      StringEquals: { [AUDIENCE]: to },
      ...everybodyBut(mayDoIt.map((name) => roles[name])),
    });
  });

/** The sealing key's policy, made from domain/sealed/rights.ts alone: who seals and opens for whom, and nobody else. */
export const sealingStatements = (roles: RoleArns): PolicyStatement[] => [
  administration(),
  ...allowed('seal', SEAL, roles),
  ...allowed('open', OPEN, roles),
  ...denied('seal', SEAL, roles),
  ...denied('open', OPEN, roles),
  denyAll('noOtherAudience', [...SEAL, ...OPEN], { StringNotEquals: { [AUDIENCE]: [...audiences] } }),
  denyAll('neverOtherwise', NEVER),
];

/** Wraps the data key of every sealed text. */
export const createSealingKey = (scope: Construct, roles: RoleArns): Key =>
  new Key(scope, 'sealing-key', {
    description: 'Seals what families and social workers write to each other',
    enableKeyRotation: true,
    pendingWindow: Duration.days(30),
    removalPolicy: RemovalPolicy.RETAIN,
    policy: new PolicyDocument({ statements: sealingStatements(roles), minimize: false }),
  });
