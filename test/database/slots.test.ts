import { expect, it } from '@jest/globals';
import { openDatabase } from '../../api/src/platform/database/database.ts';
import { freshDatabase } from '../support/database.ts';

const [ECHO, DIVIDE] = ['SELECT $1::int AS echo', 'SELECT 100 / $1::int AS part'];

it('a name that changes hands never runs what stood behind it before, although that failed in between', async () => {
  const fresh = await freshDatabase();
  const database = await openDatabase({ url: fresh.url, rows: [], relaxed: true, poolSize: 1 });
  const ask = (text: string, value: number) => database.query('slot-test', text, [value]);
  expect(await ask(ECHO, 1)).toEqual([{ echo: 1 }]);
  await expect(ask(DIVIDE, 0)).rejects.toMatchObject({ code: '22012' });
  expect(await ask(ECHO, 7)).toEqual([{ echo: 7 }]);
  expect(await ask(DIVIDE, 7)).toEqual([{ part: 14 }]);
  await expect(ask('SELECT nothing', 0)).rejects.toMatchObject({ code: '42703' });
  expect(await ask(DIVIDE, 50)).toEqual([{ part: 2 }]);
  await database.close();
  await fresh.drop();
});
