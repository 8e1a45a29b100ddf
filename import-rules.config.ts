import type { DependencyType, IConfiguration } from 'dependency-cruiser';

/** The eight functions: one per trust boundary. */
const BOUNDARY = '(families|portal|casework|survey|documents|workflow|dispatch|schedule)';
/** What only tests import may also read files and use development tools. */
const TESTS = '(\\.test(-data|-program)?\\.tsx?$|^test/)';
const NPM: DependencyType[] = [
  'npm',
  'npm-dev',
  'npm-optional',
  'npm-peer',
  'npm-bundled',
  'npm-no-pkg',
  'npm-unknown',
];

/** npm packages that the rules of the domain may use: schemas, calendar, CSV, message texts, IBAN. No I/O in any of them. */
const DOMAIN_PACKAGES = [
  'zod/mini',
  'temporal-polyfill',
  'feiertagejs',
  'csv-parse',
  '@lingui/core',
  '@lingui/message-utils',
  'ibantools',
];

type Rule = Extract<
  Required<IConfiguration>['forbidden'][number],
  { from: unknown; to: { circular?: boolean } }
>;

const forbid = (name: string, why: string, from: Rule['from'], to: Rule['to']): Rule => ({
  name,
  comment: why,
  severity: 'error',
  from,
  to,
});

/** A folder's code may import these parts of the project (regular expressions) and no others. */
const mayImport = (folder: string, parts: string[]) =>
  forbid(
    `${folder}-imports`,
    `${folder} may import of the project only: ${parts.join(' ')}`,
    { path: `^${folder}/`, pathNot: TESTS },
    { path: '^(domain|functions|infra|web|local|bench|test|docs|counties)/', pathNot: parts },
  );

const rules: IConfiguration = {
  forbidden: [
    // One way: everything may import the domain, the domain imports nothing of the project.
    mayImport('domain', ['^domain/']),
    mayImport('functions', ['^domain/', '^functions/', '^docs/generated/openapi\\.json$']),
    mayImport('web', ['^domain/', '^web/']),
    mayImport('infra', [
      '^domain/',
      '^infra/',
      '^functions/registry\\.ts$',
      '^functions/store/(table|keys)\\.ts$',
    ]),
    mayImport('local', [
      '^domain/',
      '^local/',
      '^functions/registry\\.ts$',
      '^functions/runtime/local-parts\\.ts$',
      // Its gateway refuses a token with the same problem as the functions refuse a call, and prints errors as carefully.
      '^functions/runtime/(errors|places-of|http/problems)\\.ts$',
      // Tables and registers for its commands; lists, because its clock must know what falls due next.
      '^functions/store/(table|client|registers|head-lists)\\.ts$',
      `^functions/${BOUNDARY}/(app|deps)\\.ts$`,
    ]),
    mayImport('docs', ['^domain/', '^docs/']),
    forbid(
      'domain-without-io',
      'the domain is plain TypeScript: no files, no network, no process',
      { path: '^domain/', pathNot: TESTS },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'domain-packages',
      `the domain uses ${DOMAIN_PACKAGES.join(', ')} and nothing else from npm`,
      { path: '^domain/', pathNot: TESTS },
      {
        dependencyTypes: NPM,
        pathNot: DOMAIN_PACKAGES.map((name) => `node_modules/${name}(/|$)`),
      },
    ),
    forbid(
      'zod-mini',
      "bundles carry 'zod/mini' only; 'zod' is several times its size",
      { path: '^(domain|functions|web)/' },
      { path: 'node_modules/zod/', pathNot: 'node_modules/zod/(mini|v4/(mini|core))/' },
    ),

    // The functions: trust boundaries, and who touches the outside.
    forbid(
      'boundaries',
      'a function knows nothing of another function',
      { path: `^functions/${BOUNDARY}/` },
      { path: `^functions/${BOUNDARY}/`, pathNot: '^functions/$1/' },
    ),
    forbid(
      'shared-parts-know-no-function',
      'what the functions share does not import a function',
      { path: '^functions/(runtime|store|gateways|cases)/' },
      { path: `^functions/${BOUNDARY}/` },
    ),
    forbid(
      'gateways-are-handed-in',
      'handlers get their gateways from deps.ts; elsewhere only their types are known',
      { path: `^functions/${BOUNDARY}/`, pathNot: ['/deps\\.ts$', TESTS] },
      { path: '^functions/gateways/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'store-stays-below',
      'the store and the gateways do not know the rules of cases',
      { path: '^functions/(store|gateways)/' },
      { path: '^functions/cases/' },
    ),
    forbid(
      'aws-at-the-edge',
      'the SDK is known to the store, the gateways and one machine only',
      { path: '^(domain|functions|web)/', pathNot: ['^functions/(store|gateways)/', TESTS] },
      { path: 'node_modules/@aws-sdk/' },
    ),
    forbid(
      'cdk-in-infra',
      'CDK belongs to infra',
      { pathNot: '^(infra|test/infra|bench)/' },
      {
        path: 'node_modules/(aws-cdk|aws-cdk-lib|constructs|cdk-nag)/',
      },
    ),

    // The pages.
    forbid(
      'pages-apart',
      "the families' page carries nothing of the portal, and the portal nothing of it",
      { path: '^web/(families|portal)/' },
      { path: '^web/(families|portal)/', pathNot: '^web/$1/' },
    ),
    forbid(
      'fields-are-shared',
      'what both pages share knows neither',
      { path: '^web/', pathNot: ['^web/(families|portal)/', '^web/[^/]+$'] },
      { path: '^web/(families|portal)/' },
    ),
    forbid(
      'preact-in-web',
      'only pages render',
      { pathNot: '^(web|test/browser|bench)/' },
      { path: 'node_modules/(preact|react|react-dom|react-hook-form|@kern-ux)/' },
    ),

    // Everywhere.
    forbid(
      'no-circles',
      'what needs each other belongs into one file',
      {},
      {
        circular: true,
        viaOnly: { dependencyTypesNot: ['type-only'] },
      },
    ),
    forbid(
      'no-barrels',
      'import a thing from where it is; only registries gather',
      { path: '^(domain|functions|infra|web|local|bench|test)/', pathNot: '/registry\\.ts$' },
      {
        dependencyTypes: ['export'],
        dependencyTypesNot: ['type-only'],
        path: '^(domain|functions|infra|web|local|bench|test)/',
      },
    ),
    forbid(
      'no-index-files',
      'a file is named for what it does',
      {},
      {
        path: '/index\\.[jt]sx?$',
        pathNot: 'node_modules',
      },
    ),
    forbid('nothing-missing', 'the imported file or package does not exist', {}, { couldNotResolve: true }),
    forbid(
      'no-dev-packages-at-run-time',
      'what runs in a function or in a browser is a dependency, not a devDependency',
      {
        path: '^(domain|functions|web)/',
        pathNot: [TESTS, '^web/[^/]+\\.ts$', '^web/languages/compiled-messages\\.ts$'],
      },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'triple-slash-type-reference'] },
    ),
    forbid(
      'declared-packages',
      'a package that package.json names',
      {},
      {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown'],
      },
    ),
    forbid('tests-are-not-imported', 'nothing needs a test file', {}, { path: '\\.test\\.tsx?$' }),
    forbid(
      'test-and-bench-stay-outside',
      'the product does not know its tests',
      { path: '^(domain|functions|infra|web|local)/', pathNot: TESTS },
      { path: '^(test|bench)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
    cache: false,
  },
};

export default rules;
