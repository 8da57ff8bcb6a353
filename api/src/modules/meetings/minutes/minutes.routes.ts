import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { common } from '../../../kernel/refusal.ts';
import type { House } from '../../../platform/house.ts';
import '../../../platform/http/viewer.ts';
import { isInside, showsCode } from '../meeting/meeting.policy.ts';
import { dateOf } from './meeting-date.ts';
import { meetingCalendar } from './meeting-calendar.ts';
import { ofMeeting } from './meeting-at.ts';
import { posterOf } from './sign-in.ts';
import { paperOf } from './paper.ts';
import { printedOf } from './printed.ts';

/** GET /meetings/:id/minutes.docx, meeting.ics and sign-in.svg: with the session and the rights of every other reading. */
export function minutesRoutes(app: FastifyInstance, house: House): void {
  app.get<ById>('/meetings/:id/minutes.docx', (request, reply) => word(house, request, reply));
  app.get<ById>('/meetings/:id/meeting.ics', (request, reply) => calendar(house, request, reply));
  app.get<ById>('/meetings/:id/sign-in.svg', (request, reply) => poster(house, request, reply));
  // What stands in calendars and in the picture at the door leads to the pages of the console.
  for (const path of ['/meetings/:id', '/meetings/:id/sign-in'])
    app.get(path, async (request, reply) => reply.redirect(`/console${request.url}`));
}

interface ById {
  Params: { id: string };
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function word(house: House, request: FastifyRequest<ById>, reply: FastifyReply): Promise<FastifyReply> {
  const { viewer, params } = request;
  const paper = await ofMeeting(house, viewer, params.id, async ({ row, links, transaction }) => {
    const printed = await printedOf(row, transaction);
    return paperOf(printed, isInside(row, viewer, links) ? 'INSIDE' : 'PUBLIC');
  });
  // Loaded when somebody wants paper: the library is large, and most houses print rarely.
  const { minutesWord } = await import('./minutes-word.ts');
  return file(reply, WORD, `${paper.title.join('')}.docx`).send(await minutesWord(paper));
}

async function calendar(house: House, request: FastifyRequest<ById>, reply: FastifyReply): Promise<FastifyReply> {
  const { viewer, params, protocol, host } = request;
  const address = `${protocol}://${host}/meetings/${params.id}`;
  const date = await ofMeeting(house, viewer, params.id, ({ row, links, transaction }) => {
    if (!isInside(row, viewer, links)) common.refuse('NOT_FOUND');
    return dateOf(row, address, transaction);
  });
  return file(reply, 'text/calendar; charset=utf-8', `${date.title}.ics`).send(meetingCalendar(date));
}

async function poster(house: House, request: FastifyRequest<ById>, reply: FastifyReply): Promise<FastifyReply> {
  const { viewer, params, protocol, host } = request;
  const address = `${protocol}://${host}/meetings/${params.id}`;
  const shown = await ofMeeting(house, viewer, params.id, ({ row, links, transaction }) => {
    if (!showsCode(row, viewer, links)) common.refuse('NOT_FOUND');
    return posterOf(row, address, transaction);
  });
  const { checkInPoster } = await import('./check-in-poster.ts');
  // Looked at, not saved: nothing in it runs, and the code in it is old in two minutes.
  void reply.headers({ 'cache-control': 'no-store', 'content-security-policy': "sandbox; default-src 'none'" });
  return reply.type('image/svg+xml; charset=utf-8').send(checkInPoster(shown));
}

/** A file to be saved under its name; whoever looks again looks anew. */
const file = (reply: FastifyReply, type: string, name: string): FastifyReply =>
  reply
    .type(type)
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', `attachment; filename="meeting"; filename*=UTF-8''${encodeURIComponent(name)}`);
