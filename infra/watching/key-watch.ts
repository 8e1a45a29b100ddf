import { type CfnRule, EventField, Match, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { DataStack } from '../data-stack.ts';
import { installationName } from '../names.ts';

/** What could make a sealed text readable to somebody else, or to nobody any more. */
const CHANGES = [
  'CancelKeyDeletion',
  'CreateGrant',
  'DisableKey',
  'DisableKeyRotation',
  'PutKeyPolicy',
  'ScheduleKeyDeletion',
];
const USES = ['Decrypt', 'GenerateDataKey', 'GenerateMac', 'ReEncrypt'];

/** AWS's own names of the calls carry the version of the API. */
const CODE_CHANGES = ['UpdateFunctionCode20150331v2', 'UpdateFunctionConfiguration20150331v2'];
const NEW_FUNCTION = 'CreateFunction20150331';

const who = (arn: unknown) => ({ userIdentity: { sessionContext: { sessionIssuer: { arn } } } });

const patternsOf = (data: DataStack, slug: string) => {
  const roles = Object.values(data.roles).map((role) => role.roleArn);
  const keys = {
    eventSource: ['kms.amazonaws.com'],
    resources: { ARN: [data.sealingKey.keyArn, data.macKey.keyArn] },
  };
  return {
    'key-changed': { ...keys, eventName: CHANGES },
    // Refused attempts are recorded as well. Who has no session at all is nobody of ours either.
    'key-used-by-others': {
      ...keys,
      eventName: USES,
      $or: [who(Match.anythingBut(...roles)), who(Match.doesNotExist())],
    },
    // A deployment does this too, and says so; without a deployment it is somebody who wants a role's rights.
    'function-changed': {
      eventSource: ['lambda.amazonaws.com'],
      $or: [
        {
          eventName: CODE_CHANGES,
          requestParameters: { functionName: Match.wildcard(`*${installationName(slug)}-*`) },
        },
        { eventName: [NEW_FUNCTION], requestParameters: { role: roles } },
      ],
    },
  };
};

/**
 * What an administrator of the account could still do is not prevented but told: a key's policy or state changed, a key
 * used by somebody who is no function, a function's code or role's use changed. It works on CloudTrail's records, so it
 * needs a trail. Changes of a role's trust are recorded in IAM's home region only and are for the organisation to watch.
 */
export const watchKeys = (
  scope: Construct,
  { data, slug, topic }: { data: DataStack; slug: string; topic: ITopic },
): Rule[] =>
  Object.entries(patternsOf(data, slug)).map(([id, detail]) => {
    const rule = new Rule(scope, id, {
      eventPattern: { detailType: ['AWS API Call via CloudTrail'], detail },
      targets: [
        new SnsTopic(topic, {
          message: RuleTargetInput.fromText(
            `${installationName(slug)} ${id}: ${EventField.fromPath('$.detail.eventName')} by ${EventField.fromPath('$.detail.userIdentity.arn')} at ${EventField.time}`,
          ),
        }),
      ],
    });
    // The use of a key only reads, and such records are kept from rules unless they ask for them.
    (rule.node.defaultChild as CfnRule).state = 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';
    return rule;
  });
