import type { FunctionName } from '../../domain/sealed/rights.ts';
import { bundlingOf } from './bundling.ts';

/** esbuild's own options for those that CDK hands over on esbuild's command line: who bundles without CDK needs the same. */
export const esbuildOptionsOf = (name: FunctionName) => {
  const { format, target, minify, sourceMap, charset, mainFields, loader, esbuildArgs } = bundlingOf(name);
  const alias = esbuildArgs['--alias'].map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  return {
    bundle: true,
    platform: 'node',
    format,
    target,
    minify,
    sourcemap: sourceMap,
    charset,
    mainFields,
    loader,
    alias: Object.fromEntries(alias) as Record<string, string>,
  } as const;
};
