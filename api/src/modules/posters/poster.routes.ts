import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '../../platform/house.ts';
import { type Html, html } from '../../platform/http/html.ts';
import { type Poster, posterPage } from './poster.page.ts';

interface Asked {
  Params: { code: string };
  Querystring: { at?: string | string[] };
}

interface Place {
  readonly code: string;
  readonly label: string;
  readonly community: string;
  readonly street: string;
}

const PLACES = `SELECT d.code, d.label, c.label AS community, s.label AS street FROM division d
  JOIN division c ON c.code = left(d.code, 12) JOIN division s ON s.code = c.parent_code`;
const ONE = `${PLACES} WHERE d.code = $1 AND d.level IN ('COMMUNITY', 'VILLAGE', 'GRID')`;
const OF_STREET = `${PLACES} WHERE d.parent_code = $1 AND d.level IN ('COMMUNITY', 'VILLAGE') ORDER BY d.code`;

/** GET /posters/communities/:code (community, village or grid; `?at=` names a station in it) and /posters/streets/:code. */
export function posterRoutes(app: FastifyInstance, house: House): void {
  app.get<Asked>('/posters/communities/:code', async (request, reply) => {
    const [place] = await house.database.query<Place>('poster-place', ONE, [request.params.code]);
    if (!place) return missing(reply);
    const poster = posterOf(place, request, stationIn(request.query.at));
    return send(reply, posterPage(`点单码：${poster.at || poster.place}`, [poster]));
  });
  app.get<Asked>('/posters/streets/:code', async (request, reply) => {
    const places = await house.database.query<Place>('poster-places', OF_STREET, [request.params.code]);
    if (places.length === 0) return missing(reply);
    const posters = places.map((place) => posterOf(place, request, ''));
    return send(reply, posterPage(`点单码：${places[0]!.street}`, posters));
  });
}

const MOST = 30;

/** The name of a station as it fits on the sheet. */
function stationIn(given: string | string[] | undefined): string {
  const [name] = [given ?? ''].flat();
  return [...name!.trim()].slice(0, MOST).join('');
}

function posterOf({ code, label, community, street }: Place, request: FastifyRequest, at: string): Poster {
  const place = code.length > 12 ? community + label : label;
  const more = at === '' ? '' : `&at=${encodeURIComponent(at)}`;
  return { place, at, street, address: `${request.protocol}://${request.host}/r/?community=${code}${more}` };
}

const send = (reply: FastifyReply, page: Html): FastifyReply =>
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page.text);

function missing(reply: FastifyReply): FastifyReply {
  void reply.code(404);
  return send(
    reply,
    html`<!doctype html>
      <html lang="zh-CN">
        <head>
          <meta charset="utf-8" />
          <title>没有这张点单码</title>
        </head>
        <body>
          <main>
            <h1>没有这张点单码</h1>
            <p>没有找到这个社区、村、网格或镇街，请从工作台的“点单码”页面重新选择。</p>
          </main>
        </body>
      </html>`,
  );
}
