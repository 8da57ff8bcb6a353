import 'reflect-metadata';
import { MODULES } from './app.ts';
import { ConfigError, loadConfig, type Config } from './platform/config/config.ts';
import { openDatabase } from './platform/database/database.ts';
import { hasEmbedded, runningEmbedded, startEmbedded } from './platform/database/embedded.ts';
import { discover } from './platform/discovery.ts';
import { verifyHouse } from './platform/verify.ts';

// npm run verify: looks whether events and issued records are what they were when they were written. Changes nothing. Works beside a
// running house. Ends with 1, naming each record that is not.

interface Ground {
  readonly url: string;
  stop(): Promise<void>;
}

/** The database of the house, which may be running or not. */
async function groundOf({ databaseUrl, dataDir }: Config): Promise<Ground> {
  if (databaseUrl === null && !hasEmbedded(dataDir))
    throw new Error(`${dataDir} 里没有数据。请先运行 npm start，或用 DATABASE_URL 指明数据库。`);
  const url = databaseUrl ?? runningEmbedded(dataDir);
  if (url !== null) return { url, stop: () => Promise.resolve() };
  return startEmbedded(dataDir, (line) => console.log(line));
}

/** Looks at everything; answers with how many faults there are. */
async function verify(config: Config): Promise<number> {
  const ground = await groundOf(config);
  try {
    const database = await openDatabase({ url: ground.url, rows: [], poolSize: 2, relaxed: true });
    try {
      const { lines, faults } = await verifyHouse(database, (await discover(MODULES)).modules);
      for (const line of lines) console.log(line);
      for (const fault of faults) console.error(`不符：${fault}`);
      console.log(faults.length === 0 ? '全部相符。' : `共有${String(faults.length)}处不符。`);
      return faults.length;
    } finally {
      await database.close();
    }
  } finally {
    await ground.stop();
  }
}

try {
  process.exitCode = (await verify(loadConfig())) === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : `核对没有完成：${(error as Error).message}`);
  process.exitCode = 2;
}
