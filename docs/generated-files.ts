import { openApiDocument } from '../domain/api/openapi.ts';
import { processes } from '../domain/forms/process-registry.ts';
import { diagramOf } from '../domain/process/diagram.ts';
import { machineName } from '../domain/process/state-machine.ts';

const diagramPage = (form: string, process: Parameters<typeof diagramOf>[0]): string =>
  `# ${form}: process ${process.name}, version ${process.version}

\`\`\`mermaid
${diagramOf(process)}\`\`\`
`;

/** Everything in docs/generated: file name and content, made from the same values that the software runs on. */
export const generatedFiles = (): Record<string, string> => ({
  'openapi.json': `${JSON.stringify(openApiDocument(), null, 2)}\n`,
  ...Object.fromEntries(
    Object.entries(processes).flatMap(([form, all]) =>
      all.map((process) => [`${machineName(process)}.md`, diagramPage(form, process)]),
    ),
  ),
});
