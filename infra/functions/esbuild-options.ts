import { bundling } from './bundling.ts';

/** esbuild's own options for those that CDK hands over on esbuild's command line: who bundles without CDK needs the same. */
export const esbuildOptions = {
  bundle: true,
  platform: 'node',
  format: bundling.format,
  target: bundling.target,
  minify: bundling.minify,
  sourcemap: bundling.sourceMap,
  charset: bundling.charset,
  mainFields: bundling.mainFields,
  loader: bundling.loader,
  alias: Object.fromEntries(
    bundling.esbuildArgs['--alias'].map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  ),
} as const;
