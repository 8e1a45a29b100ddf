import {
  AccountRootPrincipal,
  AnyPrincipal,
  ArnPrincipal,
  Effect,
  PolicyStatement,
} from 'aws-cdk-lib/aws-iam';
import type { FunctionName } from '../../domain/sealed/rights.ts';

/** What a key's administrator does: everything but use it, and nothing that lends its use (grants). */
const ADMINISTRATION = [
  'kms:CancelKeyDeletion',
  'kms:CreateAlias',
  'kms:DeleteAlias',
  'kms:DescribeKey',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:EnableKey',
  'kms:EnableKeyRotation',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListAliases',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListKeyRotations',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:RevokeGrant',
  'kms:RotateKeyOnDemand',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateAlias',
  'kms:UpdateKeyDescription',
];

/** ARNs of the functions' roles: their names are fixed, so a policy may rely on them. */
export type RoleArns = Record<FunctionName, string>;

/** In a key's policy `*` is the key itself. */
export const THIS_KEY = ['*'];

/** The account may administer the key by its own IAM policies, and so never locks itself out. */
export const administration = () =>
  new PolicyStatement({
    sid: 'Administration',
    principals: [new AccountRootPrincipal()],
    actions: ADMINISTRATION,
    resources: THIS_KEY,
  });

export const allow = (sid: string, role: string, actions: string[], conditions: Record<string, unknown>) =>
  new PolicyStatement({
    sid,
    principals: [new ArnPrincipal(role)],
    actions,
    resources: THIS_KEY,
    conditions,
  });

/** Stronger than any IAM policy, an administrator's included. */
export const denyAll = (sid: string, actions: string[], conditions: Record<string, unknown> = {}) =>
  new PolicyStatement({
    sid,
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions,
    resources: THIS_KEY,
    conditions,
  });

/** True for every principal but sessions of these roles; for everybody when there is none. */
export const everybodyBut = (roles: readonly string[]): Record<string, unknown> =>
  roles.length === 0 ? {} : { ArnNotEquals: { 'aws:PrincipalArn': [...roles] } };
