import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { addInstallation } from './installation.ts';
import { readSettings } from './settings.ts';

const app = new App();
const context = (key: string): unknown => app.node.tryGetContext(key);
const settings = readSettings(String(context('county') ?? 'alzey-worms'), context);
addInstallation(app, { settings, pages: join(import.meta.dirname, '../dist/web') });
app.synth();
