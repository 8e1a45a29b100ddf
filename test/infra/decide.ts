import { list, type Statement } from './readable.ts';

/** A call to the key service. */
export interface Call {
  principal: string;
  /** IAM allows this principal everything; a function's role has no such policy on these keys. */
  everythingByIam?: boolean;
  action: string;
  context: Record<string, string>;
  algorithm?: string;
}

const valuesOf = (key: string, { principal, context, algorithm }: Call): string[] | undefined => {
  if (key === 'aws:PrincipalArn') return [principal];
  if (key === 'kms:MacAlgorithm') return algorithm === undefined ? undefined : [algorithm];
  if (key === 'kms:EncryptionContextKeys') return Object.keys(context);
  const name = key.match(/^kms:EncryptionContext:(.+)$/)?.[1];
  if (name === undefined) throw new Error(`the test does not know the condition key ${key}`);
  return context[name] === undefined ? undefined : [context[name]];
};

/** Operators as IAM reads them: a positive one fails on a missing key, a negated one holds. */
const holds = (operator: string, key: string, wanted: string[], call: Call): boolean => {
  const values = valuesOf(key, call);
  switch (operator) {
    case 'StringEquals':
      return values?.some((value) => wanted.includes(value)) ?? false;
    case 'StringNotEquals':
    case 'ArnNotEquals':
      return !values?.some((value) => wanted.includes(value));
    case 'ForAllValues:StringEquals':
      return (values ?? []).every((value) => wanted.includes(value));
    case 'Null':
      return (values === undefined) === (wanted[0] === 'true');
    default:
      throw new Error(`the test does not know the operator ${operator}`);
  }
};

const applies = ({ Action, Principal, Condition = {} }: Statement, call: Call): boolean => {
  const principals = list(Principal?.AWS).map(String);
  const named =
    principals.includes('*') ||
    principals.includes(call.principal) ||
    // The account's root in a key's policy hands the decision to IAM.
    (call.everythingByIam === true && principals.some((arn) => arn.endsWith(':root')));
  return (
    named &&
    list(Action).includes(call.action) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) => holds(operator, key, list(wanted).map(String), call)),
    )
  );
};

/** Whether a key's policy lets a call through: a deny always wins, and somebody must allow. */
export const decide = (policy: Statement[], call: Call): boolean => {
  const relevant = policy.filter((statement) => applies(statement, call));
  return relevant.length > 0 && relevant.every(({ Effect }) => Effect === 'Allow');
};
