import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { NOBODY, type Viewer } from '../../kernel/viewer.ts';
import { aFedEvent } from '../../../../test/support/events.ts';
import type { Context } from '../graphql/context.ts';
import { Operations, RefusedRequest } from './operation.ts';

const schema = buildSchema(`
  type Query { hello: String }
  type Fact { name(size: String): String }
  type Notice { kind: String! fact(size: String): Fact }
  type Subscription { hall(after: String, street: String): Notice! }
`);
const contexts: Viewer[] = [];
const operations = new Operations({
  schema,
  topics: [{ field: 'hall', classOf: (viewer) => viewer.post?.scope ?? null, concerns: () => 'OPENED' }],
  rules: { 'Subscription.hall': 'SIGNED_IN' },
  checkOperation: () => undefined,
  contextOf: (viewer) => {
    contexts.push(viewer);
    return {} as Context;
  },
});
const viewer = (scope: string): Viewer => ({
  ...{ kind: 'PERSON', personId: scope, sessionId: scope },
  post: { id: scope, role: 'UNIT_LIAISON', scope, scopeName: scope, endsAt: null },
});
const prepare = (query: string, variables: Record<string, unknown>, scope = 'a') =>
  operations.prepare({ query, variables }, viewer(scope));
const HALL = 'subscription($from: String, $street: String) { hall(after: $from, street: $street) { kind } }';

describe('what clients ask for', () => {
  it('is one asking whatever the cursor, and another for other variables, documents and classes', () => {
    const [one, two] = [prepare(HALL, { from: '1:1' }), prepare(HALL, { from: '1:2', unknown: 5 })];
    expect([one.after, two.after]).toEqual(['1:1', '1:2']);
    expect(one.asking.key).toBe(two.asking.key);
    const others = [
      prepare(HALL, { street: 's' }),
      prepare(HALL, {}, 'b'),
      prepare(HALL.replace('kind', '__typename kind'), {}),
    ];
    expect(new Set([one, ...others].map(({ asking }) => asking.key)).size).toBe(4);
  });

  it('is its own asking when the cursor is shown as well', () => {
    const query = 'subscription($from: String) { hall(after: $from) { fact(size: $from) { name } } }';
    expect(prepare(query, { from: '1:1' }).asking.key).not.toBe(prepare(query, { from: '1:2' }).asking.key);
  });

  it('is executed with the notice as root and a fresh context', async () => {
    const { asking } = prepare('subscription($n: String) { mine: hall(street: $n) { kind } }', { n: 'x' });
    const notice = { kind: 'OPENED', cursor: '1:1', event: aFedEvent(1) };
    expect(await asking.execute(notice)).toEqual({ data: { mine: { kind: 'OPENED' } } });
    await asking.execute(notice);
    expect(contexts).toEqual([viewer('a'), viewer('a')]);
  });

  it('is refused to whom the field is not open', () => {
    expect(() => operations.prepare({ query: HALL }, NOBODY)).toThrow(RefusedRequest);
    expect(() => operations.prepare({ query: HALL, operationName: 'other' }, viewer('a'))).toThrow(RefusedRequest);
  });
});
