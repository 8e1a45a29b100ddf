import type { Logger } from '@aws-lambda-powertools/logger';
import type { NoticeTexts } from '../../domain/notice/notice-texts.ts';
import { createRegisters, type Registers } from '../cases/registers.ts';
import { createFiles, type Files } from '../gateways/files.ts';
import { parseEnvironment, settings } from '../runtime/environment.ts';
import { type Clock, type LocalParts, realClock } from '../runtime/local-parts.ts';
import { createLogger } from '../runtime/logger.ts';
import { createStore, type Store } from '../store/client.ts';
import { readNoticeTexts } from '../store/registers-read.ts';
import { remember } from '../store/remember.ts';

export interface DocumentsDeps {
  store: Store;
  registers: Registers;
  /** The county's own texts of notices. */
  noticeTexts(): Promise<NoticeTexts>;
  files: Files;
  /** Where the pages are, without a slash at its end. */
  siteUrl: string;
  clock: Clock;
  log: Logger;
  originSecret: string | undefined;
}

/** As long as the registers are remembered. */
const SECONDS = 60;

export const createDeps = (env: NodeJS.ProcessEnv, local: LocalParts = {}): DocumentsDeps => {
  const { TABLE_NAME, KEYS_TABLE_NAME, FILES_BUCKET, FILES_URL, SITE_URL, ORIGIN_SECRET } = settings;
  const set = parseEnvironment(
    { TABLE_NAME, KEYS_TABLE_NAME, FILES_BUCKET, FILES_URL, SITE_URL, ORIGIN_SECRET },
    env,
  );
  const store = createStore(set, local);
  return {
    store,
    registers: createRegisters(store),
    noticeTexts: remember(SECONDS, () => readNoticeTexts(store)),
    files: createFiles(set, local),
    siteUrl: set.SITE_URL.replace(/\/$/, ''),
    clock: local.clock ?? realClock,
    log: createLogger('documents'),
    originSecret: set.ORIGIN_SECRET,
  };
};
