import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { compiledMessages } from './web/languages/compiled-messages.ts';
import { kernSubset } from './web/style/kern-subset.ts';

const web = join(import.meta.dirname, 'web');
const entries = ['families', 'portal'].map((name) => join(web, name, 'index.html')).filter(existsSync);

/** The families' page stands at `/`, not at `/families/`. */
const familiesAtRoot = (): Plugin => ({
  name: 'families-at-root',
  enforce: 'post',
  generateBundle(_, bundle) {
    const page = bundle['families/index.html'];
    if (page) page.fileName = 'index.html';
  },
});

export default defineConfig({
  root: web,
  base: '/',
  appType: 'mpa',
  plugins: [compiledMessages(), familiesAtRoot()],
  resolve: {
    alias: {
      'react/jsx-runtime': 'preact/jsx-runtime',
      'react-dom': 'preact/compat',
      react: 'preact/compat',
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  css: { postcss: { plugins: [kernSubset()] } },
  build: {
    outDir: join(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inline, so that the pages' content security policy needs no exception.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: entries,
      output: {
        // One file per language of the families' page instead of one per part.
        codeSplitting: {
          groups: [
            {
              name: (id: string) =>
                id.match(/languages\/(\w+)\/(?:families|contact-request|problems)\.json\?compiled/)?.[1] ??
                null,
            },
          ],
        },
      },
    },
  },
});
