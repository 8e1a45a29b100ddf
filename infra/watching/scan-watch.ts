import { EventField, Match, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { installationName } from '../names.ts';

/** GuardDuty's words, which it does not always write alike. */
const TROUBLES = [
  'GuardDuty Malware Protection Resource Status Warning',
  'GuardDuty Malware Protection Resource Status Error',
  'GuardDuty Malware Protection Post Scan Action Failed',
];

/** A virus check that stands still says nothing of any file: attachments would wait for ever, and nobody would know why. */
export const watchScans = (
  scope: Construct,
  { plan, slug, topic }: { plan: string; slug: string; topic: ITopic },
): Rule =>
  new Rule(scope, 'virus-check-fails', {
    eventPattern: {
      source: ['aws.guardduty'],
      detailType: Match.anyOf(...TROUBLES.map(Match.equalsIgnoreCase)),
      resources: [plan],
    },
    targets: [
      new SnsTopic(topic, {
        message: RuleTargetInput.fromText(
          `${installationName(slug)} virus-check-fails: ${EventField.detailType} at ${EventField.time}. Attachments are not taken until it works again.`,
        ),
      }),
    ],
  });
