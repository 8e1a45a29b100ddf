import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyDocument, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { FunctionName } from '../../domain/sealed/rights.ts';
import { functions } from '../../functions/registry.ts';
import { administration, allow, denyAll, everybodyBut, type RoleArns } from './key-policy.ts';

const MAC = ['kms:GenerateMac'];
const SHA_256 = { StringEquals: { 'kms:MacAlgorithm': 'HMAC_SHA_256' } };

/** A receipt code follows from a case's id and this key, and opens the mailbox: who is not named here is refused. */
export const macStatements = (roles: RoleArns): PolicyStatement[] => {
  const names = (Object.keys(functions) as FunctionName[]).filter((name) => functions[name].pepper);
  return [
    administration(),
    ...names.map((name) => allow(`macBy${name}`, roles[name], MAC, SHA_256)),
    denyAll('nobodyElse', MAC, everybodyBut(names.map((name) => roles[name]))),
    denyAll('neverOtherwise', ['kms:CreateGrant', 'kms:VerifyMac']),
  ];
};

/** The pepper of receipt codes and body hashes. It never leaves the key service, and such keys cannot rotate. */
export const createMacKey = (scope: Construct, roles: RoleArns): Key =>
  new Key(scope, 'mac-key', {
    description: 'Derives receipt codes and hashes of bodies',
    keySpec: KeySpec.HMAC_256,
    keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
    pendingWindow: Duration.days(30),
    removalPolicy: RemovalPolicy.RETAIN,
    policy: new PolicyDocument({ statements: macStatements(roles), minimize: false }),
  });
