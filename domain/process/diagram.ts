import type { Period } from '../calendar/period.ts';
import { isPersonStep, type Process, REMIND } from './process.ts';

const periodText = (period: Period): string => {
  const [[unit, n]] = Object.entries(period) as [[string, number]];
  const name = unit === 'workingDays' ? 'working days' : unit;
  return `${n} ${n === 1 ? name.slice(0, -1) : name}`;
};

const alias = (name: string) => name.replaceAll(/[^a-z0-9]/g, '_');

/** The process as a Mermaid state diagram: steps with role and period, actions, what missed dates do. */
export const diagramOf = (process: Process): string => {
  const lines = ['stateDiagram-v2', `  [*] --> ${alias(process.first)}`];
  for (const [name, step] of Object.entries(process.steps)) {
    const label = isPersonStep(step) ? `${step.by}, ${periodText(step.within)}` : `runs ${step.run}`;
    lines.push(`  ${alias(name)}: ${name} (${label})`);
    const edges = [
      ...(isPersonStep(step) ? Object.entries(step.actions) : []),
      ...Object.entries(step.then ?? {}),
    ];
    for (const [why, to] of edges) lines.push(`  ${alias(name)} --> ${alias(to)}: ${why}`);
    if (!isPersonStep(step)) continue;
    for (const [n, to] of step.overdue.entries()) {
      const why = `date ${n + 1} missed${to === REMIND ? ', reminder' : ''}`;
      lines.push(`  ${alias(name)} --> ${alias(to === REMIND ? name : to)}: ${why}`);
    }
  }
  for (const end of process.ends) lines.push(`  ${alias(end)} --> [*]`);
  // A note on a state that no line has named yet is an error.
  for (const [action, { by, to, in: steps }] of Object.entries(process.anytime ?? {})) {
    lines.push(
      `  note right of ${alias(to)}: ${action} by ${by} from ${steps?.join(', ') ?? 'every open step'}`,
    );
  }
  return `${lines.join('\n')}\n`;
};
