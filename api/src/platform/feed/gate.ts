/** Lets only so many works run at a time; the others wait in turn. */
export class Gate {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async run<T>(work: () => T | Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((go) => this.waiting.push(go));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // The place is handed on, not given back, so that nobody slips in between.
      if (next) next();
      else this.free += 1;
    }
  }
}
