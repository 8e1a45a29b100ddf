import { processes } from '../forms/process-registry.ts';
import type { Process } from '../process/process.ts';

/** A submission names a version of its process that this installation does not have: nothing may be decided on it. */
export class UnknownProcessError extends Error {
  override name = 'UnknownProcessError';
}

/** The processes of each form, oldest first, as an installation has them. */
export type Installed = Readonly<Record<string, readonly Process[]>>;

const processesOf = (form: string, installed: Installed): readonly Process[] =>
  Object.entries(installed).find(([name]) => name === form)?.[1] ?? [];

/** The process that a submission was started with and finishes with, whatever has been released since. */
export const processOf = (
  of: { form: string; process: { name: string; version: number } },
  installed: Installed = processes,
): Process => {
  const found = processesOf(of.form, installed).find(
    (one) => one.name === of.process.name && one.version === of.process.version,
  );
  if (!found)
    throw new UnknownProcessError(`${of.process.name} version ${of.process.version} is not installed`);
  return found;
};

/** The process for new submissions of a form: its newest version. */
export const newestProcess = (form: keyof typeof processes, installed: Installed = processes): Process => {
  const newest = processesOf(form, installed).at(-1);
  if (!newest) throw new UnknownProcessError(`${form} has no process`);
  return newest;
};
