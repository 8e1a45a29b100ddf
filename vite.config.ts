import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { compiledMessages } from './web/languages/compiled-messages.ts';
import { kernSubset } from './web/style/kern-subset.ts';

const web = join(import.meta.dirname, 'web');

/** Matches a module that lies in one of the folders, or is one of the files. */
const only = (...places: string[]) => new RegExp(`(${places.join('|')})`);
const FORM = ['domain/forms', 'domain/people/name'];
/** What the form and the survey share and the start page does not need: a file of its own, so that neither brings the other. */
const FORMS_FIELDS = ['web/fields/(ErrorSummary|Choices|TextArea|ConfirmDialog)'];

/** The families' page stands at `/`, not at `/families/`. */
const familiesAtRoot = (): Plugin => ({
  name: 'families-at-root',
  enforce: 'post',
  generateBundle(_, bundle) {
    const page = bundle['families/index.html'];
    if (page) page.fileName = 'index.html';
  },
});

/** Nothing that is loaded later brings a stylesheet, so Vite's code that waits for stylesheets (0.8 kB) stays out. */
const withoutPreload = (): Plugin => ({
  name: 'without-preload',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load()' : undefined,
});

/**
 * One page per build (`--mode families` or `--mode portal`): in one bundle, each would carry what only the other needs of
 * the libraries they share, and nobody visits both. web/build.ts builds the two.
 */
export default defineConfig(({ mode }) => ({
  root: web,
  base: '/',
  appType: 'mpa',
  plugins: [compiledMessages(), withoutPreload(), familiesAtRoot()],
  resolve: { alias: { react: join(web, 'fields/react.ts') } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  css: { postcss: { plugins: [kernSubset()] } },
  build: {
    outDir: join(import.meta.dirname, 'dist/web'),
    assetsDir: mode === 'portal' ? 'portal/assets' : 'assets',
    emptyOutDir: false,
    target: 'es2022',
    // Nothing inline, so that the pages' content security policy needs no exception.
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: join(web, mode === 'portal' ? 'portal/index.html' : 'families/index.html'),
      output: {
        // Weighed for the families' phones only: in the portal these groups would import each other in a circle.
        codeSplitting: mode === 'portal' || {
          includeDependenciesRecursively: false,
          groups: [
            // What only the form needs; all else but the other lazy views is what the start page needs.
            {
              name: 'form',
              test: only('node_modules/(react-hook-form|zod)', 'web/families/request/(?!draft)', ...FORM),
              priority: 2,
            },
            { name: 'fields', test: only(...FORMS_FIELDS), priority: 2 },
            {
              name: 'survey',
              test: only('web/families/survey', 'domain/survey', 'domain/languages/ink'),
              priority: 2,
            },
            {
              name: 'start',
              test: only(
                'node_modules/preact',
                'web/families/(?!mailbox/[A-Z]|receipt/[A-Z]|privacy)',
                'web/(fields|languages)',
                'domain/(languages/(language|problem).ts|people/phone)',
                'vite/preload|rolldown/runtime',
              ),
              priority: 1,
            },
            // A language's words of the form and its errors, and those of the survey.
            {
              debugName: 'words',
              name: (id) => id.match(/languages\/(\w+)\/(?:contact-request|problems)\.json/)?.[1] ?? null,
            },
            {
              debugName: 'survey-words',
              name: (id) => {
                const language = id.match(/languages\/(\w+)\/survey(?:-page)?\.json/)?.[1];
                return language ? `survey-${language}` : null;
              },
            },
          ],
        },
      },
    },
  },
}));
