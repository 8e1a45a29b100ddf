import { join } from 'node:path';
import { type BundlingOptions, Charset, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { FunctionName } from '../../domain/sealed/rights.ts';

const ICU = '@lingui/message-utils/compileMessage';

/** What is put in the place of a package's part, because a function in Lambda needs less of it, or finds it elsewhere. */
const standIns: Record<string, string> = {
  '@aws-sdk/credential-provider-node': 'lambda-credentials.ts',
  '@smithy/core/event-streams': 'no-event-streams.ts',
  [ICU]: 'plain-messages.ts',
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
const bundling = {
  format: OutputFormat.CJS,
  target: 'node24',
  minify: true,
  sourceMap: false,
  charset: Charset.UTF8,
  mainFields: ['module', 'main'],
  bundleAwsSDK: true,
  // Fonts lie beside the bundle: one is read when a document first needs it, not at every cold start.
  loader: { '.ttf': 'file' as const, '.woff': 'file' as const },
} satisfies BundlingOptions;

/** Texts of notices are a county's own, and may use all of ICU's notation. */
const isLeft = (part: string, name: FunctionName) => name === 'documents' && part === ICU;

export const bundlingOf = (name: FunctionName) => ({
  ...bundling,
  esbuildArgs: {
    '--alias': Object.entries(standIns)
      .filter(([part]) => !isLeft(part, name))
      .map(([part, file]) => `${part}=${join(import.meta.dirname, file)}`),
  },
});
