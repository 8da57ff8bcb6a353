import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { mulberry32, pick, type Random } from '../../seeds/random.ts';
import { inTurn } from '../support/cast.ts';
import { alike } from './alike.ts';
import { generate } from './generate/operation.ts';
import { shrink } from './generate/shrink.ts';
import { gatherCursors, gatherValues, type Values } from './generate/values.ts';
import { hear, openHouses, type Asking, type Heard, type Houses } from './houses.ts';
import { openRichWorld, type RichCast, type RichKind } from './world/rich-world.ts';

jest.setTimeout(600_000);

/** The same every time, and one that changes with the day. READS_SEED=… replays one alone, READS_COUNT=… so many documents of it. */
const TODAY = Math.floor(Date.now() / 86_400_000);
const SEEDS = process.env['READS_SEED'] ? [Number(process.env['READS_SEED'])] : [1, 2, 3, 4, TODAY];
const DOCUMENTS = Number(process.env['READS_COUNT'] ?? 65);
/** How often a document is asked: by different people, with different values. */
const ASKINGS = 4;

let cast: RichCast;
let houses: Houses;
let schema: GraphQLSchema;
let values: Values;
let asked = 0;

beforeAll(async () => {
  schema = buildSchema(readFileSync(join(import.meta.dirname, '../../schema/schema.graphql'), 'utf8'));
  cast = await openRichWorld();
  houses = await openHouses(cast.world, cast.at);
  values = { ...(await gatherValues(cast)), ...(await gatherCursors(cast, houses)) };
});
afterAll(async () => {
  const { planned, known, fallen } = houses.counts();
  const reasons = [...fallen].toSorted(([, one], [, other]) => other - one).map(([because, count]) => `${because} ${String(count)}`); // prettier-ignore
  process.stdout.write(`Differential reads: ${String(asked)} asked, ${String(planned)} planned, ${String(known)} of them by hash; fallen back: ${reasons.join(', ')}\n`);
  await houses.close();
  await cast.world.close();
}); // prettier-ignore

interface Difference {
  readonly seed: number;
  readonly who: RichKind;
  readonly asking: Asking;
}

const isFault = ({ status, body }: Heard) => status >= 500 || body.includes('"INTERNAL"');

const [BUSY, TRIES] = [503, 5];

/** What the houses answer; a machine that is busy elsewhere makes no difference between them. */
async function answers({ who, asking }: Pick<Difference, 'who' | 'asking'>) {
  for (let left = TRIES; ; left -= 1) {
    const heard = await houses.ask(cast.everybody[who], asking);
    if (left === 0 || Object.values(heard).every(({ status }) => status !== BUSY)) return heard;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function differs(of: Pick<Difference, 'who' | 'asking'>): Promise<boolean> {
  const { planned, plain, known } = await answers(of);
  return !alike(planned, plain) || !alike(planned, known) || isFault(plain);
}

it.each(SEEDS)('answers alike with and without plans (seed %i)', async (seed) => {
  const kinds = Object.keys(cast.everybody) as RichKind[];
  const seeds = Array.from({ length: DOCUMENTS }, (_, index) => seed * 100_003 + index);
  let found: Difference | null = null;
  await inTurn(
    seeds,
    async (one) => {
      if (found) return;
      const random = mulberry32(one + 7);
      // All at once: plans of one kind of viewer and one form of values share statements.
      const those = twoOf(random, kinds);
      const { askings } = generate(schema, values, one, ASKINGS);
      await Promise.all(
        askings.flatMap((asking) =>
          those.map(async (who) => {
            asked += 1;
            if (await differs({ who, asking })) found ??= { seed: one, who, asking };
          }),
        ),
      );
    },
    6,
  );
  if (found) throw new Error(await told(found, seed));
});

/** Two who may be of one role in different places; now and then nobody. */
function twoOf(random: Random, kinds: readonly RichKind[]): readonly RichKind[] {
  const one = pick(random, kinds);
  const { role } = cast.everybody[one].who;
  const alike = kinds.filter((kind) => kind !== one && cast.everybody[kind].who.role === role);
  const other = alike.length > 0 && random() < 0.7 ? pick(random, alike) : pick(random, kinds);
  return random() < 0.05 ? [one, 'nobody'] : [one, other];
}

async function told({ seed, who, asking }: Difference, of: number): Promise<string> {
  const small = await shrink(schema, asking, (less) => differs({ who, asking: less }));
  const { planned, plain, known } = await houses.ask(cast.everybody[who], small);
  return [
    `READS_SEED=${String(of)} (document ${String(seed)}, asked number ${String(asked)}): ${who} is answered differently`,
    ...[small.query, JSON.stringify(small.variables), `planned: ${String(planned.status)} ${planned.body}`],
    `field by field: ${String(plain.status)} ${plain.body}`,
    `by its hash: ${String(known.status)} ${known.body}`,
    `as generated: ${JSON.stringify(asking)}`,
  ].join('\n');
}

it('compared plans and not the general executor with itself', () => {
  if (asked === 0) return;
  const { planned, known } = houses.counts();
  expect((planned - known) / asked).toBeGreaterThanOrEqual(0.7);
  expect(known / asked).toBeGreaterThanOrEqual(0.7);
});

it('takes one statement an operation beside the look for the session', async () => {
  const { database } = houses.planned.house;
  const kinds = (Object.keys(cast.everybody) as RichKind[]).filter((kind) => kind !== 'nobody');
  let counted = 0;
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (let seed = 900_000; counted < 100; seed += 1) {
    const [asking] = generate(schema, values, seed, 1).askings;
    const who = pick(mulberry32(seed), kinds);
    const [before, seen] = [houses.counts().planned, [] as string[]];
    await hear(houses.planned.url, cast.everybody[who], asking!);
    if (houses.counts().planned === before) {
      // What failed may have left statements under way.
      await new Promise((resolve) => setTimeout(resolve, 50));
      continue;
    }
    database.onStatement = (text) => void (/FROM session|event_pending|pg_try_advisory|from feed|a SET delivered_at/i.test(text) || seen.push(text));
    await hear(houses.planned.url, cast.everybody[who], asking!);
    database.onStatement = null;
    counted += 1;
    expect({ asking, who, seen }).toEqual({ asking, who, seen: [expect.any(String)] });
  }
}); // prettier-ignore
