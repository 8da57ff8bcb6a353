import { expect, it } from '@jest/globals';
import { openDatabase } from '../../api/src/platform/database/database.ts';
import { freshDatabase } from '../support/database.ts';

const READ = `SELECT extract(epoch FROM $1::timestamptz)::float8 AS alone, extract(epoch FROM ($2::timestamptz[])[1])::float8 AS listed`;

it('every instant that JavaScript knows is one to the database', async () => {
  const fresh = await freshDatabase();
  const database = await openDatabase({ url: fresh.url, rows: [], relaxed: true, poolSize: 1 });
  const instants = [
    ...['-004000-01-01T00:00:00Z', '-000001-01-01T01:02:03.004Z', '0000-06-01T00:00:00Z', '0001-01-01T00:00:00Z'],
    ...['2026-11-23T16:30:00.123Z', '9999-12-31T23:59:59.999Z', '+010000-01-01T00:00:00Z', '+275760-09-13T00:00:00Z'],
  ].map((text) => new Date(text));
  for (const instant of instants) {
    const seconds = instant.getTime() / 1000;
    expect(await database.query('test.instant', READ, [instant, [instant]])).toEqual([
      { alone: seconds, listed: seconds },
    ]);
  }
  await database.close();
  await fresh.drop();
});
