import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseHeadersContentTypeOptions,
  ResponseHeadersPolicy,
  type ResponseHeadersReferrerPolicy,
  type ResponseHeadersStrictTransportSecurity,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { apiHeaders, contentSecurityPolicy, pageHeaders } from '../../domain/pages/security-headers.ts';

const contentTypeOptions: ResponseHeadersContentTypeOptions = { override: true };
const referrerPolicy: ResponseHeadersReferrerPolicy = {
  referrerPolicy: HeadersReferrerPolicy.NO_REFERRER,
  override: true,
};
const strictTransportSecurity: ResponseHeadersStrictTransportSecurity = {
  accessControlMaxAge: Duration.days(730),
  includeSubdomains: true,
  override: true,
};

export const createSecurityHeaders = (scope: Construct, sources: readonly string[]) =>
  new ResponseHeadersPolicy(scope, 'security-headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(sources), override: true },
      contentTypeOptions,
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy,
      strictTransportSecurity,
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(pageHeaders).map(([header, value]) => ({
        header,
        value,
        override: true,
      })),
    },
    removeHeaders: ['server', 'x-amz-server-side-encryption', 'x-amz-version-id'],
  });

/** Also for what never reaches a function: a throttled call, a token that is over, a path that is none. */
export const createApiHeaders = (scope: Construct) =>
  new ResponseHeadersPolicy(scope, 'api-headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: {
        contentSecurityPolicy: apiHeaders['content-security-policy'],
        override: true,
      },
      contentTypeOptions,
      referrerPolicy,
      strictTransportSecurity,
    },
    customHeadersBehavior: {
      customHeaders: [{ header: 'cache-control', value: apiHeaders['cache-control'], override: true }],
    },
    removeHeaders: ['server'],
  });
