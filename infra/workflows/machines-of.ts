import { processes } from '../../domain/forms/process-registry.ts';
import type { Process } from '../../domain/process/process.ts';
import { machineName } from '../../domain/process/state-machine.ts';
import { machinePrefix } from '../names.ts';

/** Every version of every form's process, with the name of its state machine in this installation. */
export const machinesOf = (slug: string): { process: Process; name: string }[] =>
  Object.values(processes)
    .flat()
    .map((process) => ({ process, name: `${machinePrefix(slug)}${machineName(process)}` }));
