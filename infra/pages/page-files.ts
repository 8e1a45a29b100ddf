import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { createCopier } from './copier.ts';

/** What the portal reads first: whose people log in. */
export interface PortalConfig {
  issuer: string;
  clientId: string;
  scope: string;
}

export class PagesMissingError extends Error {
  override name = 'PagesMissingError';
}

const CDK_FUNCTION = 'Custom::CDKBucketDeployment';

const FOR_EVER = [
  CacheControl.setPublic(),
  CacheControl.maxAge(Duration.days(365)),
  CacheControl.immutable(),
];

/**
 * Puts the built pages into the bucket: first what has its hash in its name and never changes, then what refers to it and is
 * asked for anew each time. Old files stay, so that a page somebody has open keeps working.
 * @param folder the built pages (dist/web)
 * @throws PagesMissingError when they were not built
 */
export class PageFiles extends Construct {
  constructor(
    scope: Construct,
    { folder, bucket, config }: { folder: string; bucket: IBucket; config: PortalConfig },
  ) {
    super(scope, 'page-files');
    if (!existsSync(join(folder, 'index.html')))
      throw new PagesMissingError(`${folder} holds no index.html: build the pages first (npm run build:web)`);
    const hashed = new Asset(this, 'hashed', { path: join(folder, 'assets') });
    const log = new LogGroup(this, 'log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const shared = {
      destinationBucket: bucket,
      prune: false,
      memoryLimit: 512,
      logGroup: log,
      role: createCopier(this, { from: hashed.bucket, to: bucket, log }).withoutPolicyUpdates(),
    };
    const assets = new BucketDeployment(this, 'assets', {
      ...shared,
      sources: [Source.bucket(hashed.bucket, hashed.s3ObjectKey)],
      destinationKeyPrefix: 'assets/',
      cacheControl: FOR_EVER,
    });
    const pages = new BucketDeployment(this, 'pages', {
      ...shared,
      sources: [Source.asset(folder, { exclude: ['assets'] }), Source.jsonData('portal/config.json', config)],
      cacheControl: [CacheControl.noCache()],
    });
    pages.node.addDependency(assets);
    for (const child of Stack.of(this).node.children.filter(({ node }) => node.id.startsWith(CDK_FUNCTION)))
      acknowledge(child, {
        L1: `${CDK_FUNCTION}: CDK’s own function, written in Python; its runtime comes with CDK’s version`,
      });
  }
}
