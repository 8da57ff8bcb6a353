import type { Child } from './child.ts';
import type { Setting } from './claims.ts';
import type { Asked, Contender } from './compare.ts';
import { hashOf, IN_POSTGRAPHILE, knownText, THEIRS, wholeText, type Asking } from './questions.ts';
import type { Person } from './world.ts';

export const WHOLE = 'the house, whole document';
export const KNOWN = 'the house, known document';
export const BY_JSON = 'by hand, JSON made by PostgreSQL';
export const BY_ROWS = 'by hand, rows and JSON.stringify';

/** One request: who asks, with which variables; and what the same is called at the hand-written handlers and at the peers. */
export interface Instance {
  readonly person: Person;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly hand: string;
  readonly theirs: Readonly<Record<string, unknown>>;
}

export interface Question {
  /** How the tables call it. */
  readonly name: string;
  readonly asking: Asking;
  readonly instances: readonly Instance[];
}

/** The house with a document that it does not know and with one that it knows. */
export function house({ server }: Setting, { name, asking, instances }: Question): Contender[] {
  const asked = (head: object): Asked[] =>
    instances.map(({ person, variables }) => ({
      ...{ path: '/graphql', token: person.token, body: JSON.stringify({ ...head, variables }) },
    }));
  const sha256Hash = hashOf(knownText(asking));
  const base = { question: name, side: 'HOUSE', child: server.child, url: server.url } as const;
  return [
    { ...base, name: WHOLE, asked: asked({ query: wholeText(asking) }) },
    { ...base, name: KNOWN, asked: asked({ extensions: { persistedQuery: { version: 1, sha256Hash } } }) },
  ];
}

/** A process with the hand-written handlers. */
export interface Hand {
  readonly child: Child;
  readonly url: string;
}

/** The hand-written handlers: both ways, or the one at `path`. */
export function hands({ child, url }: Hand, { name, instances }: Question, path: string): Contender[] {
  const base = { question: name, side: 'LIMIT', child, url } as const;
  const asked = (prefix: string) => instances.map(({ hand }) => ({ path: `${prefix}/${path}?${hand}` }));
  return [
    { ...base, name: BY_JSON, asked: asked('/json') },
    { ...base, name: BY_ROWS, asked: asked('/rows') },
  ];
}

export function oneHand({ child, url }: Hand, { name, instances }: Question, path: string): Contender {
  const asked = instances.map(({ hand }) => ({ path: `/${path}?${hand}` }));
  return { question: name, side: 'LIMIT', name: 'by hand', child, url, asked };
}

const PEERS: readonly (readonly [name: string, script: string, opening: object])[] = [
  ['PostGraphile 5', 'postgraphile', {}],
  ['Mercurius 16, jit, loaders', 'mercurius', {}],
  ['GraphQL Yoga 5, DataLoader', 'yoga', {}],
  ['GraphQL Yoga 5, graphql-jit, DataLoader', 'yoga', { jit: true }],
  ['Apollo Server 5, DataLoader', 'apollo', {}],
];

/** A peer that runs. */
export interface Peer {
  readonly name: string;
  readonly child: Child;
  readonly url: string;
  readonly texts: typeof THEIRS;
}

/** Starts all peers, each in a process of its own. */
export function openPeers(setting: Setting, start: (script: string) => Child): Promise<Peer[]> {
  return Promise.all(
    PEERS.map(async ([name, script, opening]) => {
      const child = start(script);
      const url = await child.ask<string>('open', { url: setting.ground.databaseUrl, ...opening });
      return { name, child, url, texts: script === 'postgraphile' ? IN_POSTGRAPHILE : THEIRS };
    }),
  );
}

export function peersFor(peers: readonly Peer[], { name, asking, instances }: Question): Contender[] {
  return peers.map((peer) => ({
    ...{ question: name, side: 'PEER', name: peer.name, child: peer.child, url: peer.url },
    asked: instances.map(({ theirs }) => ({
      path: new URL(peer.url).pathname,
      body: JSON.stringify({ query: peer.texts[asking as keyof typeof THEIRS], variables: theirs }),
    })),
  }));
}
