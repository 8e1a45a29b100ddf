import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { machineName, stateMachineOf } from '../../domain/process/state-machine.ts';
import type { Installed } from '../../domain/submission/process-of.ts';

const folder = join(import.meta.dirname, 'released');

/** A released version as the files hold it: the process by value, and the state machine that is made of it. */
export type Released = ReadonlyMap<string, unknown>;

export const readReleased = (): Released =>
  new Map(
    readdirSync(folder).map((file) => [
      file.replace(/\.json$/, ''),
      JSON.parse(readFileSync(join(folder, file), 'utf8')),
    ]),
  );

/** Every process of the registry as its file must hold it. */
export const installedNow = (forms: Installed): Released =>
  new Map(
    Object.values(forms)
      .flat()
      .map((process) => [
        machineName(process),
        JSON.parse(JSON.stringify({ process, stateMachine: stateMachineOf(process) })),
      ]),
  );

const part = (of: unknown, name: 'process' | 'stateMachine') =>
  JSON.stringify((of as Record<string, unknown> | undefined)?.[name]);

/** What is wrong between what is installed and what was released, and what to do about it; one sentence each. */
export const faultsOfRelease = (installed: Released, released: Released): string[] => [
  ...[...installed].flatMap(([name, now]) => {
    const then = released.get(name);
    if (!then)
      return [
        `${name} has not been released: write this into test/process/released/${name}.json, and it never changes again:\n${JSON.stringify(now, null, 2)}`,
      ];
    if (part(now, 'process') !== part(then, 'process'))
      return [
        `${name} was released and must not change, for open cases finish with it: undo the change and make it in a new version (a process of its own beside the old one, last in the form's list in domain/forms/process-registry.ts)`,
      ];
    return part(now, 'stateMachine') === part(then, 'stateMachine')
      ? []
      : [
          `the state machine of ${name} is not the released one: executions that wait in it keep the old definition until their next run. If that does no harm, write this into test/process/released/${name}.json:\n${JSON.stringify(now, null, 2)}`,
        ];
  }),
  ...[...released.keys()]
    .filter((name) => !installed.has(name))
    .map(
      (name) =>
        `${name} was released but is not in domain/forms/process-registry.ts any more: only when no case is open with it anywhere may it go, together with test/process/released/${name}.json`,
    ),
];
