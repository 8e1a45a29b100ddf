import { Construct } from 'constructs';
import type { DataStack } from '../data-stack.ts';
import type { VirusCheck } from '../files/virus-check.ts';
import type { Settings } from '../settings.ts';
import { createAlarmTopic } from './alarm-topic.ts';
import { Alarms, type Watched } from './alarms.ts';
import { createBudget } from './budget.ts';
import { createDashboard } from './dashboard.ts';
import { watchKeys } from './key-watch.ts';
import { watchScans } from './scan-watch.ts';
import { ledgersDiffering, stayedOwed } from './schedule-metrics.ts';

/** Every failure is seen by somebody. */
export class Watching extends Construct {
  constructor(
    scope: Construct,
    {
      settings,
      data,
      virusCheck,
      ...running
    }: Omit<Watched, 'owed' | 'ledgers'> & { settings: Settings; data: DataStack; virusCheck: VirusCheck },
  ) {
    super(scope, 'watching');
    const { operatorMail, county } = settings;
    const topic = createAlarmTopic(this, operatorMail);
    const { log } = running.functions.schedule;
    const watched = {
      ...running,
      owed: stayedOwed(log, county.slug),
      ledgers: ledgersDiffering(log, county.slug),
    };
    const alarms = new Alarms(this, { ...watched, topic });
    createDashboard(this, { ...watched, alarms, slug: county.slug });
    watchKeys(this, { data, slug: county.slug, topic });
    watchScans(this, { plan: virusCheck.plan, slug: county.slug, topic });
    createBudget(this, settings);
  }
}
