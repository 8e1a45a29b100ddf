import type { FunctionName } from '../domain/sealed/rights.ts';

/** What everything of one county is called. Names that policies rely on are fixed: a deployment cannot change them. */
export const installationName = (slug: string) => `bindeglied-${slug}`;

/** The key's policy names the functions' roles, so the roles have names of their own, kept in the stateful stack. */
export const functionName = (slug: string, name: FunctionName) => `${installationName(slug)}-${name}`;

/** `machineName(process)` is appended: in the template's names and in the functions' STATE_MACHINES alike. */
export const machinePrefix = (slug: string) => `${installationName(slug)}-`;
