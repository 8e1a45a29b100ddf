import { Annotations } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** Where every alarm goes. It carries names and figures only, nothing of a case. */
export const createAlarmTopic = (scope: Construct, operatorMail: string | undefined): Topic => {
  const topic = new Topic(scope, 'alarms', { enforceSSL: true });
  topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'));
  if (operatorMail) topic.addSubscription(new EmailSubscription(operatorMail));
  else
    Annotations.of(topic).addWarningV2(
      'bindeglied:nobody-is-told',
      'no operatorMail in the settings: alarms reach nobody',
    );
  return topic;
};
