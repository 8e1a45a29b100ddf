import { isConvened } from '../../../domain/forms/committee-session/agenda.ts';
import {
  hasPart,
  type PaperPart,
  paperParts,
  sessionPaper,
} from '../../../domain/forms/committee-session/paper.ts';
import type { SessionHead } from '../../../domain/forms/committee-session/particulars.ts';
import { askerOf, openFor } from '../../cases/asker.ts';
import { FieldsError, NotFoundError } from '../../runtime/errors.ts';
import type { ApiRequest, RouteHandler } from '../../runtime/http/request.ts';
import { changeHead, readHead } from '../../store/heads.ts';
import { logged } from '../../store/log.ts';
import { readAgenda } from '../../store/sessions.ts';
import type { DocumentsDeps } from '../deps.ts';
import { isGoing } from '../open-application.ts';
import { renderDocx } from '../render-docx.ts';
import { renderPdf } from '../render-pdf.ts';

const render = { pdf: renderPdf, docx: renderDocx };

/** @throws NotFoundError */
type PaperFormat = keyof typeof render;

const formatOf = ({ params }: ApiRequest): PaperFormat => {
  const { format = '' } = params;
  if (!Object.hasOwn(render, format)) throw new NotFoundError('no such format');
  return format as PaperFormat;
};

/** Which part somebody wants; none named is the public one. @throws FieldsError */
const partOf = ({ query: { part = 'public' } }: ApiRequest): PaperPart => {
  const found = paperParts.find((one) => one === part);
  if (!found) throw new FieldsError([{ path: ['part'], message: 'unknown-choice' }]);
  return found;
};

/** Who has read what is not public stands in the log. @returns whether the session is still there */
const trace = async (deps: DocumentsDeps, id: string, person: string, part: PaperPart): Promise<boolean> => {
  const { store, clock } = deps;
  const head =
    part === 'public'
      ? await readHead(store, id)
      : await changeHead(store, id, (now) =>
          logged(store, now, { at: clock.now(), by: { person }, what: 'papers-read' }),
        );
  return head !== undefined && !isGoing(head, deps);
};

const nameOf = ({ about }: SessionHead, part: PaperPart, format: PaperFormat): string =>
  `Vorlage-${about.on ?? ''}${part === 'public' ? '' : '-nichtoeffentlich'}.${format}`;

/**
 * `GET /api/submissions/{id}/papers/{format}?part=`: the paper of a session, made of the agenda that it was convened with:
 * the same bytes whenever somebody asks. Whoever sees sessions reads the cases' files too, or makes the agenda: they may
 * read both parts.
 */
export const linkPaper =
  (deps: DocumentsDeps): RouteHandler =>
  async (request) => {
    const { store, files } = deps;
    const asker = await askerOf(deps, request);
    const { head } = await openFor(deps, asker, request.params.id);
    if (head.form !== 'committee-session' || isGoing(head, deps)) throw new NotFoundError('no session');
    const format = formatOf(request);
    const part = partOf(request);
    const agenda = isConvened(head.at) ? await readAgenda(store, head.id, head.about.convened) : undefined;
    if (!agenda || !hasPart(agenda, part)) throw new NotFoundError('there is no such paper');
    const content = await render[format](sessionPaper(agenda, part));
    const { key } = await files.put(content, { submission: head.id, kind: format });
    if (!(await trace(deps, head.id, asker.id, part))) {
      await files.remove(key);
      throw new NotFoundError('the session is gone');
    }
    const url = await files.link(key, { name: nameOf(head, part, format) });
    if (!url) throw new NotFoundError('the paper is not there');
    return { body: { url } };
  };
