import { type BundlingOptions, Charset, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';

/**
 * How a function becomes one file. The SDK is bundled, because what the runtime brings is slower to import; the order of
 * mainFields lets esbuild drop what nobody uses; CommonJS imports faster than modules (bench/). No source map: a stack
 * trace of the small functions is readable enough, and a map costs at every cold start.
 */
export const bundling = {
  format: OutputFormat.CJS,
  target: 'node24',
  minify: true,
  keepNames: true,
  sourceMap: false,
  charset: Charset.UTF8,
  mainFields: ['module', 'main'],
  bundleAwsSDK: true,
} satisfies BundlingOptions;
