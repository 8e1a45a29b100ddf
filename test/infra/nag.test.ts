import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { expect, test } from 'vitest';
import { createApp, demonstration } from './synthesized.ts';

const ownName = {
  ...demonstration,
  domain: 'kita.example.org',
  certificate: 'arn:aws:acm:us-east-1:000000000000:certificate/of-the-name',
  webAcl: 'arn:aws:wafv2:us-east-1:000000000000:global/webacl/county/1',
  issuer: 'https://login.example.org',
  clientId: 'portal',
  trail: false,
};

const synthesized = (settings = demonstration) => {
  const { app } = createApp(settings);
  app.synth();
  return app;
};
const app = synthesized();

const findings = (of: App, checks = new AwsSolutionsChecks(of)) =>
  checks
    .validateScope(of)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    );

const acknowledgements = (of: App) =>
  of.node.findAll().flatMap((construct: IConstruct) =>
    construct.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, string>))
      .filter(([rule]) => rule.includes('AwsSolutions-'))
      .map(([rule, reason]) => ({ rule: rule.replace(/^annotation::/i, ''), reason, construct })),
  );

test.each([
  ['the demonstration county', () => app],
  ['a county with its own name, firewall and issuer', () => synthesized(ownName)],
])('cdk-nag finds nothing in %s that is not accepted with a reason', (_, appOf) => {
  expect(findings(appOf())).toEqual([]);
});

test('every acknowledged finding has a reason that begins with what it is about', () => {
  const all = acknowledgements(app);
  expect(all.length).toBeGreaterThan(10);
  for (const { reason, construct } of all) {
    const [about = '', why = ''] = reason.split(/: (.*)/);
    expect(why.length, reason).toBeGreaterThan(30);
    const names = construct.node.path.toLowerCase().replaceAll(/[^a-z]/g, '');
    const words = about
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((word) => word !== '');
    expect(
      words.some((word) => names.includes(word)),
      `${about} in ${construct.node.path}`,
    ).toBe(true);
  }
});

test('no acknowledgement is left over: each one accepts something that is still found', () => {
  const checks = Object.assign(new AwsSolutionsChecks(app), { isAcknowledged: () => false });
  const found = findings(app, checks);
  for (const { rule, construct } of acknowledgements(app)) {
    const here = found.filter((one) => one.startsWith(`${rule} ${construct.node.path}`));
    expect(here, `${rule} at ${construct.node.path}`).not.toEqual([]);
  }
});
