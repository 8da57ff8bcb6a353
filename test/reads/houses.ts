import { createApp, type App, type AppConfig } from '../../api/src/app.ts';
import { PlanExecutor, type PlanCounts } from '../../api/src/platform/reads/plan/executor.ts';
import { GrowingDocuments } from '../support/known.ts';
import type { Somebody } from '../support/somebody.ts';
import type { World } from '../support/world.ts';

/** What is sent to a house. */
export interface Asking {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

export interface Heard {
  readonly status: number;
  /** Byte for byte as it came. */
  readonly body: string;
}

/** Two houses on one database whose clocks stand still: one answers with plans, one field by field. */
export interface Houses {
  readonly planned: App;
  readonly plain: App;
  /** What the plans of the first one came to. */
  counts(): PlanCounts;
  /** `known` is what the first one answers when the document is named by its hash. */
  ask(
    who: Somebody,
    asking: Asking,
  ): Promise<{ readonly planned: Heard; readonly plain: Heard; readonly known: Heard }>;
  close(): Promise<void>;
}

const POOL = 4;

export async function openHouses(world: World, at: Date): Promise<Houses> {
  const counted = watchCounts();
  const { config } = world.app.house;
  const documents = new GrowingDocuments();
  const open = (readPlans: boolean) => {
    const settings = { ...config, databaseUrl: world.databaseUrl, readPlans, port: 0, poolSize: POOL } as AppConfig;
    return createApp(settings, { now: () => at, relaxed: true, documents });
  };
  const [planned, plain] = [await open(true), await open(false)];
  return {
    ...{ planned, plain, counts: counted.counts },
    async ask(who, asking) {
      const [one, other] = await Promise.all([hear(planned.url, who, asking), hear(plain.url, who, asking)]);
      const { query, ...rest } = asking;
      const known = await hear(planned.url, who, documents.request(query, rest));
      return { planned: one, plain: other, known };
    },
    async close() {
      counted.stop();
      await Promise.all([planned.close(), plain.close()]);
    },
  };
}

/** The house keeps its counts to itself: whoever answers is asked for them. */
function watchCounts() {
  const answer = PlanExecutor.prototype.answer;
  let found: PlanExecutor | null = null;
  PlanExecutor.prototype.answer = function (this: PlanExecutor, ...asked) {
    found = this; // eslint-disable-line @typescript-eslint/no-this-alias -- it is who is looked for
    return answer.apply(this, asked);
  };
  return {
    counts: (): PlanCounts => found?.counts ?? { planned: 0, known: 0, fallen: new Map() },
    stop: () => void (PlanExecutor.prototype.answer = answer),
  };
}

export async function hear(url: string, { who }: Somebody, asking: object): Promise<Heard> {
  const response = await fetch(`${url}/graphql`, {
    ...{ method: 'POST', body: JSON.stringify(asking) },
    headers: { 'content-type': 'application/json', ...(who.token && { authorization: `Bearer ${who.token}` }) },
  });
  return { status: response.status, body: await response.text() };
}
