import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { readyPages } from '../../local/pages/build.ts';
import { launchBrowser } from '../../test/browser/chromium.ts';
import { startMachine } from '../machine.ts';
import { interleaved, kB, median } from '../measure.ts';
import type { Section } from '../report.ts';
import { openSurvey } from './open-survey.ts';
import { servePages } from './serve-pages.ts';
import { type Visited, visitSlowly } from './slow-phone.ts';

const AIM = 40_000;

/** Addresses and what of them can be used; a page without script shows all of them at once. */
const visitsTo = (survey: string) =>
  ({
    start: { path: '/', selector: 'input[type=search]' },
    form: { path: '/nachricht', selector: 'input[name=iAm]' },
    survey: { path: survey, selector: 'main .kern-btn--primary' },
    plain: { path: '/plain', selector: 'input[type=search]' },
  }) as const;
type Name = keyof ReturnType<typeof visitsTo>;
const NAMES: readonly Name[] = ['start', 'form', 'survey', 'plain'];

const seconds = (value: number) => `${(value / 1000).toFixed(2)} s`;

/** React, its renderer, the form library and the schema, minified: what a React build weighs before the page begins. */
const reactPeer = async (): Promise<number> => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'react-peer.js')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    mainFields: ['module', 'main'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
};

/** Bytes and kinds of what a visit fetched. */
const weights = async (visited: Visited, weigh: (path: string) => Promise<number>) => {
  const files = [...new Set(visited.fetched)].filter((path) => path.startsWith('/assets/'));
  const sum = async (ending: RegExp) => {
    let bytes = 0;
    for (const path of files.filter((file) => ending.test(file))) bytes += await weigh(path);
    return bytes;
  };
  return { script: await sum(/\.js$/), style: await sum(/\.css$/), fonts: await sum(/\.woff2$/) };
};

/** What the families' page weighs, and how long a slow phone takes until it can be used. */
export const familiesPage = async (rounds: number): Promise<Section> => {
  const folder = await readyPages(console.error);
  const machine = await startMachine();
  const visits = visitsTo(await openSurvey(machine));
  const pages = await servePages(folder, machine.url);
  const browser = await launchBrowser();
  try {
    const open = (name: Name) => visitSlowly(browser, pages.url + visits[name].path, visits[name].selector);
    const runs = await interleaved(NAMES, rounds, open);
    const time = (name: Name) => median(runs[name].map(({ usable }) => usable));
    const loaded = async (name: Name) => weights(runs[name].at(-1) as Visited, pages.weigh);
    const [start, form, survey, react] = [
      await loaded('start'),
      await loaded('form'),
      await loaded('survey'),
      await reactPeer(),
    ];
    const beside = (name: Name) => ({
      ours: seconds(time(name)),
      peer: `${seconds(time('plain'))} without script`,
      ratio: time(name) / time('plain'),
    });
    return {
      about: 'The families’ page',
      rows: [
        { name: 'JavaScript of the start page, German, gzipped', ours: kB(start.script) },
        {
          name: 'JavaScript with the form and one language, gzipped',
          ours: kB(form.script),
          peer: `${kB(react)} React and libraries alone`,
          ratio: form.script / react,
          aim: `≤ ${kB(AIM)}`,
          met: form.script <= AIM,
        },
        {
          name: 'JavaScript with the survey and one language, gzipped',
          ours: kB(survey.script),
          peer: `${kB(form.script)} the form of a contact request`,
          ratio: survey.script / form.script,
          aim: `≤ ${kB(AIM)}`,
          met: survey.script <= AIM,
        },
        { name: 'styles and fonts with the form', ours: `${kB(form.style)} and ${kB(form.fonts)}` },
        { name: 'start page until it can be used', ...beside('start') },
        { name: 'form, opened by its address, until it can be used', ...beside('form') },
        { name: 'survey, opened from a poster, until it can be used', ...beside('survey') },
      ],
      notes: [
        `700 kbit/s, 300 ms, a processor four times slower than this one, an empty cache; medians of ${rounds} interleaved visits with the Chromium that the tests use. Files come compressed over HTTP/1.1 without a handshake for TLS, which a real phone pays on top for both. Usable: the first field (in the survey, the button to begin) is there, shown and not disabled, at a frame that the browser could paint.`,
        'Beside it: a page of the same look without any script, with the same stylesheet and fonts; and React’s renderer, react-hook-form and the form’s schema in one bundle, before any of the page’s own code.',
      ],
    };
  } finally {
    await browser.close();
    pages.close();
    await machine.close();
  }
};
