import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll } from 'vitest';
import { addInstallation } from '../../infra/installation.ts';
import { readSettings, type Settings } from '../../infra/settings.ts';

const cdkJson = JSON.parse(readFileSync(join(import.meta.dirname, '../../cdk.json'), 'utf8')) as {
  context: Record<string, unknown>;
};

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'bindeglied-infra-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder as the build leaves it, with next to nothing in it. */
const builtPages = (): string => {
  const folder = newFolder();
  for (const part of ['assets', 'portal']) mkdirSync(join(folder, part));
  for (const file of ['index.html', 'portal/index.html', 'assets/page.js'])
    writeFileSync(join(folder, file), file);
  return folder;
};

export const demonstration: Settings = {
  ...readSettings('alzey-worms'),
  operatorMail: 'betrieb@example.org',
};

/** The app as `cdk synth` makes it; without the functions' code unless `bundled`. */
export const createApp = (settings: Settings = demonstration, { bundled = false } = {}) => {
  // `new App()` does not read cdk.json.
  const app = new App({
    outdir: newFolder(),
    context: { ...cdkJson.context, 'aws:cdk:bundling-stacks': bundled ? ['**'] : [] },
  });
  return { app, ...addInstallation(app, { settings, pages: builtPages() }) };
};

export interface Resource {
  Type: string;
  Properties: Record<string, unknown>;
  DependsOn?: string[];
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
}

/** Both stacks' templates. */
export const synthesize = (settings?: Settings) => {
  const { data, application } = createApp(settings);
  return { data: Template.fromStack(data), application: Template.fromStack(application) };
};

/** The only resource of a type. */
export const onlyOf = (template: Template, type: string): Resource => {
  const [found, ...more] = resourcesOf(template, type);
  if (!found || more.length > 0) throw new Error(`not exactly one ${type}`);
  return found[1];
};

export const resourcesOf = (template: Template, type: string): [id: string, resource: Resource][] =>
  Object.entries(template.findResources(type)) as [string, Resource][];
