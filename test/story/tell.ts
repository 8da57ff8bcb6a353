const CLOCK = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', timeStyle: 'medium', hourCycle: 'h23' });

/** Tells the story on the terminal: the time, the step, how long it took, and under it what can be seen. */
export class Teller {
  private step = 0;

  title(text: string): void {
    console.log(`\n${text}\n${'─'.repeat(60)}`);
  }

  /** Runs one step and tells it. */
  async tell<T>(text: string, run: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const value = await run();
    const took = Math.round(performance.now() - started);
    this.step += 1;
    console.log(`${CLOCK.format(new Date())}  ${String(this.step).padStart(2)}. ${text}（${took} 毫秒）`);
    return value;
  }

  detail(text: string): void {
    console.log(`               ${text}`);
  }
}
