import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';

/** What the portal reads first: whose people log in. */
export interface PortalConfig {
  issuer: string;
  clientId: string;
  scope: string;
}

export class PagesMissingError extends Error {
  override name = 'PagesMissingError';
}

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
    const shared = {
      destinationBucket: bucket,
      prune: false,
      memoryLimit: 512,
      logGroup: new LogGroup(this, 'log', {
        retention: RetentionDays.ONE_MONTH,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    };
    const assets = new BucketDeployment(this, 'assets', {
      ...shared,
      sources: [Source.asset(join(folder, 'assets'))],
      destinationKeyPrefix: 'assets/',
      cacheControl: [
        CacheControl.setPublic(),
        CacheControl.maxAge(Duration.days(365)),
        CacheControl.immutable(),
      ],
    });
    const pages = new BucketDeployment(this, 'pages', {
      ...shared,
      sources: [Source.asset(folder, { exclude: ['assets'] }), Source.jsonData('portal/config.json', config)],
      cacheControl: [CacheControl.noCache()],
    });
    pages.node.addDependency(assets);
  }
}
