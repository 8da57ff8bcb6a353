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

/** Takes both places that there are for statements under way. */
const fill = (together: Together<string, string>) => [together.ask('x'), together.ask('y')] as const;

it('never joins a look-up that was sent, and shares the next', async () => {
  const { together, sent } = byHand();
  const [first, second] = fill(together);
  const others = [together.ask('b'), together.ask('a')];
  expect(sent.map(({ keys }) => keys)).toEqual([['x'], ['y']]);
  sent[1]!.answer();
  expect(await second).toBe('Y');
  expect(sent.map(({ keys }) => keys)).toEqual([['x'], ['y'], ['b', 'a']]);
  sent[2]!.answer();
  expect(await Promise.all(others)).toEqual(['B', 'A']);
  sent[0]!.answer();
  expect(await first).toBe('X');
});

it('tells all who share a look-up that it failed, and goes on', async () => {
  const { together, sent } = byHand();
  const [first, second] = fill(together);
  const others = [together.ask('b'), together.ask('c')];
  sent[0]!.fail();
  await expect(first).rejects.toThrow('lost');
  sent[1]!.answer();
  expect(await second).toBe('Y');
  sent[2]!.fail();
  for (const { reason } of (await Promise.allSettled(others)) as PromiseRejectedResult[])
    expect(reason).toMatchObject({ message: 'lost' });
  const last = together.ask('d');
  sent[3]!.answer();
  expect(await last).toBe('D');
});

it('does not wait long for those that do not return', async () => {
  const { together, sent } = byHand();
  const both = fill(together);
  const third = together.ask('b');
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(sent.map(({ keys }) => keys)).toEqual([['x'], ['y'], ['b']]);
  sent[2]!.answer();
  expect(await third).toBe('B');
  for (const { answer } of sent.slice(0, 2)) answer();
  expect(await Promise.all(both)).toEqual(['X', 'Y']);
});
