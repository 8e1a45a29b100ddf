import type { Context } from 'aws-lambda';
import { api } from '../runtime/http/api.ts';
import type { ApiEvent } from '../runtime/http/request.ts';
import { checkFile } from './attachments/check-file.ts';
import { linkFile } from './attachments/link-file.ts';
import { offerFile } from './attachments/offer-file.ts';
import { removeFile } from './attachments/remove-file.ts';
import type { DocumentsDeps } from './deps.ts';
import { linkExport } from './exports/link-export.ts';
import { linkOrder } from './exports/link-order.ts';
import { orderExport } from './exports/order-export.ts';
import { offerTable } from './imports/offer-table.ts';
import { readTable } from './imports/read-table.ts';
import { linkDocument } from './link-document.ts';
import { drawUpNotice } from './notices/draw-up-notice.ts';
import { onScanned } from './on-scanned.ts';
import { linkPaper } from './papers/link-paper.ts';
import { linkPoster, linkPosters } from './posters/link-posters.ts';
import { scanOf, scanResult } from './scan-result.ts';

const isCall = (event: unknown): event is ApiEvent =>
  typeof event === 'object' && event !== null && 'routeKey' in event;

/** What the virus check tells. */
const scanned = async (deps: DocumentsDeps, event: unknown): Promise<void> => {
  const scan = scanOf(scanResult.parse(event));
  if (!scan) {
    deps.log.warn('scan of what is no attachment');
    return;
  }
  const { submission, file, verdict } = scan;
  if (verdict !== 'clean') deps.log.warn('a file was not found clean', { submission, file, verdict });
  await onScanned(deps, scan);
};

/** The API for files and documents, and what the virus check tells. */
export const create = (deps: DocumentsDeps) => {
  const serve = api('documents', deps, {
    'POST /api/submissions/{id}/notice': drawUpNotice(deps),
    'GET /api/submissions/{id}/documents/{kind}': linkDocument(deps),
    'GET /api/submissions/{id}/papers/{format}': linkPaper(deps),
    'POST /api/budget-applications/{id}/attachments': offerFile(deps),
    'POST /api/budget-applications/{id}/attachments/{file}/check': checkFile(deps),
    'GET /api/budget-applications/{id}/attachments/{file}': linkFile(deps),
    'POST /api/budget-applications/{id}/attachments/{file}/removal': removeFile(deps),
    'GET /api/payment-exports/{id}/file': linkExport(deps),
    'GET /api/survey-rounds/{id}/posters': linkPosters(deps),
    'GET /api/survey-rounds/{id}/posters/{unit}': linkPoster(deps),
    'POST /api/exports': orderExport(deps),
    'GET /api/exports/{id}': linkOrder(deps),
    'POST /api/imports/{id}': offerTable(deps),
    'POST /api/imports/{id}/reading': readTable(deps),
  });
  return async (event: unknown, context: Context): Promise<unknown> =>
    isCall(event) ? serve(event, context) : scanned(deps, event);
};
