import type { RoundHead } from '../../../domain/forms/survey-round/particulars.ts';
import { lastDayOf } from '../../../domain/forms/survey-round/unit-end.ts';
import type { RoundUnit } from '../../../domain/survey/round-unit.ts';
import { unitName } from '../../../domain/survey/unit.ts';
import { askerOf, type KnownAsker } from '../../cases/asker.ts';
import { NotFoundError } from '../../runtime/errors.ts';
import type { ApiRequest, RouteHandler } from '../../runtime/http/request.ts';
import { readHead } from '../../store/heads.ts';
import { readUnit, readUnits } from '../../store/rounds.ts';
import type { DocumentsDeps } from '../deps.ts';
import { isGoing } from '../open-application.ts';
import type { Poster } from './poster.ts';
import { renderPosters } from './render-posters.ts';

const UUID = /^[0-9a-f-]{36}$/;

/** The coordinator hangs up all posters, a Kita its own. */
const mayHave =
  ({ roles, kitas = [] }: KnownAsker) =>
  ({ kind, id }: RoundUnit): boolean =>
    roles.includes('coordinator') || (roles.includes('kita') && kind === 'kita' && kitas.includes(id));

/** The round of a request. @throws NotFoundError */
const roundOf = async (deps: DocumentsDeps, { params: { id } }: ApiRequest): Promise<RoundHead> => {
  const head = id && UUID.test(id) ? await readHead(deps.store, id) : undefined;
  if (head?.form !== 'survey-round' || isGoing(head, deps)) throw new NotFoundError('no such round');
  return head;
};

const posterOf = (unit: RoundUnit, { about }: RoundHead): Poster[] =>
  unit.link === undefined
    ? []
    : [
        {
          group: unit.kind === 'kita' ? 'parents' : 'social-area',
          unit: unit.name,
          link: unit.link,
          until: lastDayOf(about, unitName(unit)),
        },
      ];

/** Renders what the one who asks may have of these, and links it: for nobody's eyes alone, since it is to hang on a wall. */
const linked = async (
  deps: DocumentsDeps,
  request: ApiRequest,
  { head, units, name }: { head: RoundHead; units: readonly RoundUnit[]; name: string },
) => {
  const { registers, files, siteUrl } = deps;
  const asker = await askerOf(deps, request);
  const posters = units.filter(mayHave(asker)).flatMap((unit) => posterOf(unit, head));
  if (posters.length === 0) throw new NotFoundError('no such poster for this person');
  const { office, languages } = await registers.county();
  const content = await renderPosters(posters, {
    office: office.name,
    languages,
    site: siteUrl,
    date: head.about.from,
  });
  const { key } = await files.put(content, { submission: head.id, kind: 'pdf' });
  const url = await files.link(key, { name: `${name}.pdf` });
  if (!url) throw new NotFoundError('the posters are not there');
  return { body: { url } };
};

/** `GET /api/survey-rounds/{id}/posters/{unit}`: the poster of one unit. */
export const linkPoster =
  (deps: DocumentsDeps): RouteHandler =>
  async (request) => {
    const head = await roundOf(deps, request);
    const unit = await readUnit(deps.store, head.id, request.params.unit ?? '');
    return linked(deps, request, {
      head,
      units: unit ? [unit] : [],
      name: `Plakat-${head.about.year}-${unit?.id ?? ''}`,
    });
  };

/** `GET /api/survey-rounds/{id}/posters`: all in one file, by the units' names. */
export const linkPosters =
  (deps: DocumentsDeps): RouteHandler =>
  async (request) => {
    const head = await roundOf(deps, request);
    const units = (await readUnits(deps.store, head.id)).toSorted((a, b) =>
      a.name.localeCompare(b.name, 'de'),
    );
    return linked(deps, request, { head, units, name: `Plakate-${head.about.year}` });
  };
