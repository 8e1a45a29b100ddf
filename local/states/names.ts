import { AwsServiceError } from '../aws-server.ts';

/** AWS's rule for names of state machines and executions: 80 characters, none that URLs or shells read as theirs. */
export function checkName(name: string): void {
  if (name.length < 1 || name.length > 80 || /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]/u.test(name)) {
    throw new AwsServiceError('InvalidName', `Invalid Name: '${name}'`);
  }
}

/** The region and the account say that this is no place in AWS. */
export function arnOf(kind: 'stateMachine' | 'execution', ...names: string[]): string {
  return `arn:aws:states:local:000000000000:${[kind, ...names].join(':')}`;
}

/** A time as the JSON protocols carry it: seconds since 1970, with milliseconds as decimals. */
export function epoch(date: Date): number;
export function epoch(date: Date | undefined): number | undefined;
export function epoch(date: Date | undefined): number | undefined {
  return date && date.getTime() / 1000;
}
