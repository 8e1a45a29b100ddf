import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

/**
 * The word by which the API knows that a call came through CloudFront and its firewall. It is made in AWS and read there by
 * name at deployment: it stands in no template and on nobody's machine.
 */
export const createOriginSecret = (scope: Construct): Secret => {
  const secret = new Secret(scope, 'origin-secret', {
    description: 'CloudFront shows it to the API with each call',
    generateSecretString: { passwordLength: 48, excludePunctuation: true },
  });
  acknowledge(secret, {
    SMG4: 'origin-secret: distribution and functions must change at once, which a deployment does and a rotation does not; it opens nothing but a way around the firewall',
  });
  return secret;
};
