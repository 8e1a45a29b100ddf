import { documentKey } from '../../../domain/files/keys.ts';
import type { ProofHead } from '../../../domain/forms/proof-of-use/particulars.ts';
import type { Standing } from '../../../domain/people/asker.ts';
import type { KnownAsker } from '../../cases/asker.ts';
import { FieldsError, NotFoundError } from '../../runtime/errors.ts';
import type { ApiAnswer, ApiRequest } from '../../runtime/http/request.ts';
import { changeHead } from '../../store/heads.ts';
import { logged } from '../../store/log.ts';
import type { DocumentsDeps } from '../deps.ts';

/** A link to a claim, saved under what it is and the file number. @throws NotFoundError when it is not there */
export const linkToClaim = async (
  { files }: DocumentsDeps,
  { id, about }: ProofHead,
  sha256: string,
  mark?: string,
): Promise<string> => {
  const name = ['Erstattungsbescheid', mark, about.fileNumber].filter(Boolean).join('-');
  const url = await files.link(documentKey(id, sha256, 'pdf'), { name: `${name}.pdf` });
  if (!url) throw new NotFoundError('the document is not there');
  return url;
};

/** The claims that somebody may read, oldest first: the provider only what was announced. */
const toldClaims = ({ about }: ProofHead, isOwn: boolean): string[] => {
  const { approved, announced, earlier = [] } = about;
  const overtaken = earlier.map(({ sha256 }) => sha256);
  return approved && (!isOwn || announced) ? [...overtaken, approved.sha256] : overtaken;
};

/**
 * `GET /api/submissions/{id}/documents/notice` of a proof of use: for the provider and the office, byte for byte what was approved.
 * The office leaves a trace.
 */
export const linkClaim = async (
  deps: DocumentsDeps,
  { asker, head, standing }: { asker: KnownAsker; head: ProofHead; standing: Standing },
  { query, params }: ApiRequest,
): Promise<ApiAnswer> => {
  const isOwn = standing.roles.includes('provider');
  const told = params.kind === 'notice' ? toldClaims(head, isOwn) : [];
  if (told.length === 0) throw new NotFoundError('there is none yet');
  const n = query.version === undefined ? told.length : Number(query.version);
  const sha256 = Number.isInteger(n) ? told[n - 1] : undefined;
  if (!sha256) throw new FieldsError([{ path: ['version'], message: 'unknown-choice' }]);
  if (!isOwn)
    await changeHead(deps.store, head.id, (now) =>
      logged(deps.store, now, { at: deps.clock.now(), by: { person: asker.id }, what: 'notice-read' }),
    );
  return { body: { url: await linkToClaim(deps, head, sha256) } };
};
