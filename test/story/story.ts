// The main flows, played through the public door of a running house and told step by step: npm run story [address]
import { playMeeting } from './act-two.ts';
import { playOrder } from './act-one.ts';
import { Deviation, House } from './house.ts';
import { accountsOn } from './page.ts';
import { Teller } from './tell.ts';

async function play(url: string): Promise<void> {
  const [house, told] = [new House(url.replace(/\/$/, '')), new Teller()];
  told.title('打开首页');
  const accounts = await told.tell(`打开首页 ${house.url}`, async () => accountsOn(await house.page()));
  told.detail(`首页列出${accounts.length}个演示账号`);
  const stage = { house, told, accounts };
  await playOrder(stage);
  await playMeeting(stage);
}

const started = performance.now();
try {
  await play(process.argv[2] ?? process.env['GONGZHI_URL'] ?? 'http://127.0.0.1:4000');
  console.log(`\n全部步骤与预期一致，共用 ${((performance.now() - started) / 1000).toFixed(1)} 秒。`);
} catch (error) {
  console.error(`\n与预期不符：${error instanceof Deviation ? error.message : String((error as Error).stack)}`);
  process.exitCode = 1;
}
