import { expect, it } from '@jest/globals';
import { NOBODY } from '../../kernel/viewer.ts';
import { Journal } from './journal.ts';

/** What the journal would write as the subject of an attempt. */
async function keptSubject(subjectId: string | null): Promise<unknown> {
  const written: unknown[][] = [];
  const query = <T>(_name: string, _text: string, values: unknown[] = []): Promise<T[]> => {
    written.push(values);
    return Promise.resolve([]);
  };
  const journal = new Journal({ query }, () => new Date(0));
  await journal.write({
    ...{ kind: 'REFUSED', verb: 'orderClaim', code: 'NOT_FOUND', viewer: NOBODY, subjectId, requestId: 'a' },
  });
  return (written[0]![8] as unknown[])[0];
}

it('keeps the id of what an attempt was about', async () => {
  expect(await keptSubject('0192f7a0-0000-7000-8000-000000000001')).toBe('0192f7a0-0000-7000-8000-000000000001');
});

it.each([null, '', 'no id', 'x'.repeat(2000)])('keeps nothing that is no id', async (subjectId) => {
  expect(await keptSubject(subjectId)).toBeNull();
});
