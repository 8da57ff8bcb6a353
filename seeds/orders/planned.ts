import type { World } from '../memory/world.ts';
import type { Figure } from '../people.seed.ts';
import { between, mulberry32, pick, uuidOf, type Random } from '../random.ts';
import { beatsOf, type Beat } from './beats.ts';
import type { Cast } from './cast.ts';
import type { OfficeHours } from './office-hours.ts';
import { PLOTS, type Plot } from './plots.ts';
import { estateOf, NEED_KINDS, REQUESTS, type Request } from './requests.ts';

/** An order before anything has happened to it: what is asked, by whom, and how it will go. */
export interface Planned {
  readonly id: string;
  readonly plot: Plot;
  readonly beats: readonly Beat[];
  /** Chance of its own, so that no order depends on another. */
  readonly random: Random;
  readonly author: Figure;
  readonly asked: Asked;
  /** What the form says when somebody writes for a resident. */
  readonly said: Readonly<Record<string, unknown>>;
  readonly urgency: 'NORMAL' | 'URGENT' | 'COMPLEX';
  readonly needKind: string;
  /** What the unit will report. */
  readonly result: string;
  /** How many units are asked to take part in a joint claim. */
  readonly invites: number;
  /** The order into which it is merged. */
  readonly master: Planned | null;
}

/** The fields that the forms `create` and `edit` share. */
interface Asked {
  readonly category: string;
  readonly title: string;
  readonly content: string;
  readonly place: string;
  readonly estate: string;
  readonly wishAt: Date | null;
  readonly publishConsent: boolean;
  readonly contactConsent: boolean;
}

export interface Planning {
  readonly world: World;
  readonly cast: Cast;
  readonly hours: OfficeHours;
  readonly seed: number;
}

const DAY = 86_400_000;
/** Orders into which others can be merged from the moment they are sent until the world begins. */
const MASTERS: ReadonlySet<string> = new Set(['OPEN', 'CLAIMED', 'IN_PROGRESS']);
const NO_MASTER = /merge|pass|rework/;
/** Work that is measured in hours has no time for requests and decisions. */
const UNHURRIED = /request|reopen|widen|propose|assign|dispute|supervise|rework|askMore/;

/** Plans the orders of all plots: every state with every category in turn. */
export function planOrders(planning: Planning): readonly Planned[] {
  const plots = PLOTS.flatMap((plot) => Array.from({ length: plot.count }, () => plot));
  const turns = new Map<string, number>();
  const planned: Planned[] = [];
  plots.forEach((plot, index) => {
    const turn = turns.get(plot.state) ?? plot.state.length;
    turns.set(plot.state, turn + 1);
    planned.push(planOne(plot, { ...planning, planned, random: mulberry32(planning.seed + index * 7_919), turn }));
  });
  return planned;
}

interface One extends Planning {
  readonly planned: readonly Planned[];
  readonly random: Random;
  readonly turn: number;
}

const EMERGENCY = 'EMERGENCY_AID';
const CATEGORIES = Object.keys(REQUESTS);

// eslint-disable-next-line complexity -- a choice and a default for each field of the plan
function planOne(plot: Plot, one: One): Planned {
  const { random, hours } = one;
  const [own, other] = [CATEGORIES[one.turn % CATEGORIES.length]!, CATEGORIES[(one.turn + 7) % CATEGORIES.length]!];
  const category = own === EMERGENCY && UNHURRIED.test(plot.actions) ? other : own;
  const hurried = category === EMERGENCY;
  const beats = beatsOf(plot, { random, hours, urgent: hurried });
  const master = plot.master ? masterFor(beats, one) : null;
  const template = pick(random, REQUESTS[category]!);
  const asked = master?.asked ?? ask(template, { category, plot, random, author: settler(one), at: beats[0]!.at });
  const author = authorOf(asked.place, one);
  return {
    id: uuidOf(random, beats[0]!.at),
    ...{ plot, beats, random, asked, author, master, said: saidBy(author, asked.place, one) },
    urgency: hurried ? 'URGENT' : calmUrgency(asked.category, random),
    needKind: NEED_KINDS[asked.category] ?? 'SERVICE',
    result: master?.result ?? template.result,
    invites: Math.max(plot.actions.split('Share').length - 1, 1) + between(random, 0, 1),
  };
}

const calmUrgency = (category: string, random: Random) =>
  ['HOUSE_REPAIR', 'PUBLIC_FACILITY'].includes(category) && random() < 0.5 ? 'COMPLEX' : 'NORMAL';

/** An order that was sent before the first act of these and is still being worked on when they end. */
function masterFor(beats: readonly Beat[], { planned, random }: One): Planned {
  const first = beats[0]!.at;
  const sentBefore = ({ beats: [, sent] }: Planned) => sent !== undefined && sent.at < first;
  const fits = planned.filter(({ plot }) => MASTERS.has(plot.state) && !NO_MASTER.test(plot.actions));
  return pick(random, fits.filter(sentBefore));
}

/** Somebody who lives where something is asked for. */
function settler({ world, random }: One): Figure {
  return pick(
    random,
    world.figures.filter(({ role }) => role === 'RESIDENT'),
  );
}

interface Asking {
  readonly category: string;
  readonly plot: Plot;
  readonly random: Random;
  readonly author: Figure;
  readonly at: Date;
}

function ask({ title, content }: Request, { category, plot, random, author: { scope }, at }: Asking): Asked {
  const estate = estateOf(between(random, 0, 99));
  const building = `${between(random, 1, 12)}号楼`;
  const filled = (text: string) => text.replaceAll('{e}', estate).replaceAll('{b}', building);
  const inGrid = isCommunity(scope) && random() < 0.7;
  return {
    ...{ category, title: filled(title), content: filled(content), estate },
    place: inGrid ? `${scope}00${between(random, 1, 3)}` : scope,
    wishAt: random() < 0.3 ? new Date(at.getTime() + between(random, 3, 15) * DAY) : null,
    publishConsent: random() < 0.7,
    contactConsent: plot.actions.includes('revealContact') || random() < 0.9,
  };
}

/** Codes of communities end below 200, those of villages above. */
const isCommunity = (code: string) => Number(code.slice(9, 12)) < 200;

/** Mostly a resident of the place; now and then the worker of the community or of the grid, for one. */
function authorOf(place: string, { cast, random }: One): Figure {
  const [community, chance] = [place.slice(0, 12), random()];
  if (place.endsWith('001') && place.length === 15 && chance < 0.25) return cast.someone('GRID_WORKER', place, random);
  return cast.someone(chance < 0.15 ? 'COMMUNITY_WORKER' : 'RESIDENT', community, random);
}

/** Who asks, when somebody else writes it down. */
function saidBy({ role }: Figure, place: string, { cast, random }: One): Readonly<Record<string, unknown>> {
  if (role === 'RESIDENT') return { channel: 'ONLINE' };
  const { name, phone, address } = cast.someone('RESIDENT', place.slice(0, 12), random);
  const channel = role === 'GRID_WORKER' ? 'GRID_VISIT' : pick(random, ['HALL', 'PHONE', 'MEETING']);
  return { channel, residentName: name, residentPhone: phone, door: address };
}
