import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** Packages that load their own files by a path, or that a machine of these tests does not load. */
const external = ['dynalite', 'fauxqs', 'vite', 'oidc-provider', 'pdfkit', 'docx'];

/** The project's own files find what lies beside them as if they stood alone. */
const inTheirPlaces: Plugin = {
  name: 'in their places',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(String(pathToFileURL(path))));
      return { contents, loader: 'ts' };
    });
  },
};

/**
 * Writes a program and all that it imports into a few files, unchanged otherwise: a machine starts some hundreds of times, and
 * finding its thousand modules takes longer than all else that it does then. @returns the file to run
 */
export const bundle = async (program: string, outdir: string): Promise<string> => {
  await build({
    entryPoints: { program },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    external,
    // What comes from CommonJS asks for Node's own modules.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    plugins: [inTheirPlaces],
    logLevel: 'warning',
  });
  return join(outdir, 'program.mjs');
};
