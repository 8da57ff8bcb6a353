import type { Setting } from './claims.ts';
import { compare } from './compare.ts';
import { hands, house, type Instance, type Question } from './contenders.ts';
import { openHand, type Start } from './reads.ts';
import { readTable, sightAims } from './reads.table.ts';
import type { Table } from './statistics.ts';
import type { Person } from './world.ts';

const MANY = 50;

/** The same list for a viewer who sees everything of a street, and for some who see parts of what is theirs. */
export async function measureViewers(setting: Setting, start: Start): Promise<Table[]> {
  const { world, options } = setting;
  const hand = await openHand(setting, start);
  const reviewers = await world.people(world.streets.map((street) => ['STREET_REVIEWER', street] as const));
  const liaisons = await world.people(world.units.slice(-MANY).map((unit) => ['UNIT_LIAISON', unit] as const));
  const residents = await world.residents(MANY);
  const asked = (name: string, people: readonly Person[], of: (person: Person) => readonly string[]): Question => ({
    name,
    asking: 'maskedList',
    instances: people.map((person): Instance => {
      const hand = new URLSearchParams(of(person).map((value) => ['of', value])).toString();
      return { person, variables: {}, hand, theirs: {} };
    }),
  });
  const questions = {
    reviewer: asked('Reviewer', reviewers, ({ scope }) => [scope]),
    liaison: asked('Liaison', liaisons, ({ scope }) => [scope]),
    resident: asked('Resident', residents, ({ id, scope }) => [id, scope]),
  };
  const contenders = Object.entries(questions).flatMap(([kind, question]) => [
    ...house(setting, question),
    ...hands(hand, question, kind),
  ]);
  const results = await compare(setting, contenders, options.connections.slice(0, 1));
  return [
    readTable(
      'Reviewer',
      'The newest 50 orders with title, content and masked contact: a reviewer sees all of every order of the street.',
      results,
    ),
    readTable(
      'Liaison',
      'The same for a unit: what it was offered and what it holds; words and contact only where the policy opens them.',
      results,
    ),
    readTable(
      'Resident',
      'The same for a resident: their own and what the neighbours published; contact of their own only.',
      results,
    ),
    sightAims(results),
  ];
}
