import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Accepts findings of cdk-nag's AwsSolutions on one construct.
 * @param findings rule, with its finding where the rule has several (`IAM5[Resource::*]`), to the reason. A reason names
 *   the resource and says what holds instead.
 */
export const acknowledge = (construct: IConstruct, findings: Record<string, string>): void => {
  for (const [rule, reason] of Object.entries(findings)) {
    Validations.of(construct).acknowledge({ id: `AwsSolutions-${rule}`, reason });
  }
};
