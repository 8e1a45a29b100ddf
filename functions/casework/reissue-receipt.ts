import { replaceCode } from '../cases/replace-code.ts';
import type { RouteHandler } from '../runtime/http/request.ts';
import type { CaseworkDeps } from './deps.ts';
import { openCase } from './open-case.ts';

/** `POST /api/submissions/{id}/receipt`: for a family that lost its code and stands before the social worker. */
export const reissueReceipt =
  (deps: CaseworkDeps): RouteHandler =>
  async (request) => {
    const { head, by, allow } = await openCase(deps, request);
    return { body: await replaceCode(deps, head, { by, allow }) };
  };
