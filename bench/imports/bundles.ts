import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { FunctionName } from '../../domain/sealed/rights.ts';
import { functions } from '../../functions/registry.ts';
import { esbuildOptionsOf } from '../../infra/functions/esbuild-options.ts';

export interface Bundle {
  name: string;
  file: string;
  bytes: number;
  gzipped: number;
}

const root = join(import.meta.dirname, '../..');

/** What CDK's NodejsFunction does when it is told nothing; the SDK is bundled all the same, or left to the runtime. */
const stock = { format: 'cjs', target: 'node24' } as const;
const sdkLeftOut = { ...stock, external: ['@aws-sdk/*', '@smithy/*'] };

const entries = {
  empty: { entry: 'bench/imports/empty.ts', options: esbuildOptionsOf('portal') },
  stock: { entry: 'bench/imports/stock.ts', options: stock },
  'stock, SDK outside': { entry: 'bench/imports/stock.ts', options: sdkLeftOut },
} as const;

const bundle = async (name: string, entry: string, options: object): Promise<Bundle> => {
  // Inside the project, so that what is left outside is found in node_modules as in the runtime.
  const folder = join(root, '.cache/bench');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${name.replaceAll(/\W+/g, '-')}.cjs`);
  await build({
    ...options,
    entryPoints: [join(root, entry)],
    outfile: file,
    bundle: true,
    platform: 'node',
    logLevel: 'error',
  });
  const content = await readFile(file);
  return { name, file, bytes: content.length, gzipped: gzipSync(content).length };
};

/** The functions bundled as infra deploys them, and what they are measured against. */
export const makeBundles = async (): Promise<{
  ours: Bundle[];
  peers: Record<keyof typeof entries, Bundle>;
}> => {
  const made: Bundle[] = [];
  for (const name of Object.keys(functions) as FunctionName[])
    made.push(await bundle(name, functions[name].entry, esbuildOptionsOf(name)));
  const peers: Partial<Record<keyof typeof entries, Bundle>> = {};
  for (const name of Object.keys(entries) as (keyof typeof entries)[])
    peers[name] = await bundle(name, entries[name].entry, entries[name].options);
  return { ours: made, peers: peers as Record<keyof typeof entries, Bundle> };
};
