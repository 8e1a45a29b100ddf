import { Fn } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { Settings } from '../settings.ts';
import { createPageOfPath } from './page-of-path.ts';
import { createApiHeaders, createSecurityHeaders } from './security-headers.ts';

export interface SiteProps {
  settings: Settings;
  api: HttpApi;
  originSecret: ISecret;
  /** Where the pages may fetch from beside their own address. */
  sources: string[];
}

/** One address for the pages (from the bucket, which only this distribution reads) and for the API behind `/api`. */
export class Site extends Construct {
  readonly distribution: Distribution;
  readonly pages: Bucket;
  readonly url: string;

  constructor(scope: Construct, { settings, api, originSecret, sources }: SiteProps) {
    super(scope, 'site');
    const { domain, certificate, webAcl, county } = settings;
    this.pages = new Bucket(this, 'pages', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
    });
    this.distribution = new Distribution(this, 'distribution', {
      comment: county.name,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      ...(domain &&
        certificate && {
          domainNames: [domain],
          minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2025,
          certificate: Certificate.fromCertificateArn(this, 'certificate', certificate),
        }),
      ...(webAcl && { webAclId: webAcl }),
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.pages),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        compress: true,
        responseHeadersPolicy: createSecurityHeaders(this, sources),
        functionAssociations: [createPageOfPath(this)],
      },
      additionalBehaviors: {
        '/api/*': {
          origin: new HttpOrigin(Fn.parseDomainName(api.apiEndpoint), {
            protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
            customHeaders: { 'x-origin-secret': originSecret.secretValue.unsafeUnwrap() },
          }),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          responseHeadersPolicy: createApiHeaders(this),
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
    });
    this.url = `https://${domain ?? this.distribution.distributionDomainName}`;
    this.acknowledgeFindings(settings);
  }

  private acknowledgeFindings({ domain, webAcl }: Settings) {
    acknowledge(this.pages, {
      S1: 'pages: public files that only the distribution reads; there is nobody to record',
    });
    acknowledge(this.distribution, {
      CFR1: 'distribution: a family may seek help from wherever it is just now',
      CFR3: 'distribution: its access logs would record the addresses of families who seek help (§ 65 SGB VIII); the API logs routes and status without them',
      ...(!webAcl && {
        CFR2: 'distribution: a web ACL is a setting (webAcl), because it has to be made in CloudFront’s own region; without one the API’s throttling protects',
      }),
      ...(!domain && {
        CFR4: 'distribution: without a name of its own (setting domain) CloudFront’s certificate fixes the protocol; with one it is TLS 1.2 or later',
      }),
    });
  }
}
