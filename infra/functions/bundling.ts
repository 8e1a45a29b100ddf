import { join } from 'node:path';
import { type BundlingOptions, Charset, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';

/** What is put in the place of a package's part, because a function in Lambda needs less of it, or finds it elsewhere. */
const standIns = {
  '@aws-sdk/credential-provider-node': 'lambda-credentials.ts',
  '@smithy/core/event-streams': 'no-event-streams.ts',
  '@lingui/message-utils/compileMessage': 'plain-messages.ts',
  '#document-fonts': 'bundled-fonts.ts',
  // Its build for Node looks for files beside itself; the other one carries its compression along, so that the bytes of
  // a document depend on the bundle alone and not on the runtime's zlib.
  pdfkit: '../../node_modules/pdfkit/js/pdfkit.browser.js',
};

/**
 * How a function becomes one file; what is not in it need not be compiled at a cold start. The SDK is bundled, because the
 * runtime's own is slower to import; the order of mainFields lets esbuild drop what nobody uses; CommonJS imports faster
 * than modules (bench/). No source map: a map costs at every cold start, and error names say where to look.
 */
export const bundling = {
  format: OutputFormat.CJS,
  target: 'node24',
  minify: true,
  sourceMap: false,
  charset: Charset.UTF8,
  mainFields: ['module', 'main'],
  bundleAwsSDK: true,
  // Fonts lie beside the bundle: one is read when a document first needs it, not at every cold start.
  loader: { '.ttf': 'file' as const },
  esbuildArgs: {
    '--alias': Object.entries(standIns).map(([part, file]) => `${part}=${join(import.meta.dirname, file)}`),
  },
} satisfies BundlingOptions;
