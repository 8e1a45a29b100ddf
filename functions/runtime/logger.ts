import { Logger } from '@aws-lambda-powertools/logger';
import type { FunctionName } from '../../domain/sealed/rights.ts';

/** Structured lines without personal data: names of things, ids, numbers; never what somebody wrote. */
export const createLogger = (name: FunctionName): Logger =>
  new Logger({ serviceName: name, logRecordOrder: ['timestamp', 'level', 'service', 'message'] });
