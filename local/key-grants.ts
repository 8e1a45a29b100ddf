import { type Audience, type FunctionName, sealingRights } from '../domain/sealed/rights.ts';
import { functions } from '../functions/registry.ts';
import type { Grants } from './kms/start.ts';

/** The two keys of one machine, as the functions' settings name them. */
export const SEALING_KEY = 'alias/bindeglied-sealing';
export const MAC_KEY = 'alias/bindeglied-mac';

const isFunction = (name: string): name is FunctionName => Object.hasOwn(functions, name);

/** What the key's policy says in AWS, from the same table: who may make and open keys, and for whose eyes. */
export const grants: Grants = ({ by, operation, keyId, context }) => {
  if (!isFunction(by)) return false;
  if (keyId === MAC_KEY) return operation === 'GenerateMac' && functions[by].pepper === true;
  const { case: id, to, ...others } = context;
  if (keyId !== SEALING_KEY || !id || !to || Object.keys(others).length > 0) return false;
  const { seal, open } = sealingRights[by];
  if (operation === 'GenerateDataKey') return seal.includes(to as Audience);
  return operation === 'Decrypt' && open.includes(to as Audience);
};
