import { expect, it } from '@jest/globals';
import { Together } from './together.ts';

/** Look-ups whose statements are answered by hand. */
function byHand() {
  const sent: { readonly keys: readonly string[]; answer(): void; fail(): void }[] = [];
  const together = new Together(
    (keys: readonly string[]) =>
      new Promise<string[]>((resolve, reject) => {
        const answer = () => resolve(keys.map((key) => key.toUpperCase()));
        sent.push({ keys, answer, fail: () => reject(new Error('lost')) });
      }),
  );
  return { together, sent };
}

it('never joins a look-up that was sent, and shares the next', async () => {
  const { together, sent } = byHand();
  const first = together.ask('a');
  const others = [together.ask('b'), together.ask('a')];
  expect(sent.map(({ keys }) => keys)).toEqual([['a']]);
  sent[0]!.answer();
  expect(await first).toBe('A');
  expect(sent.map(({ keys }) => keys)).toEqual([['a'], ['b', 'a']]);
  sent[1]!.answer();
  expect(await Promise.all(others)).toEqual(['B', 'A']);
});

it('tells all who share a look-up that it failed, and goes on', async () => {
  const { together, sent } = byHand();
  const first = together.ask('a');
  const others = [together.ask('b'), together.ask('c')];
  sent[0]!.fail();
  await expect(first).rejects.toThrow('lost');
  sent[1]!.fail();
  for (const { reason } of (await Promise.allSettled(others)) as PromiseRejectedResult[])
    expect(reason).toMatchObject({ message: 'lost' });
  const last = together.ask('d');
  sent[2]!.answer();
  expect(await last).toBe('D');
});

it('does not wait long for one that does not return', async () => {
  const { together, sent } = byHand();
  const first = together.ask('a');
  const second = together.ask('b');
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(sent.map(({ keys }) => keys)).toEqual([['a'], ['b']]);
  sent[1]!.answer();
  expect(await second).toBe('B');
  sent[0]!.answer();
  expect(await first).toBe('A');
});
