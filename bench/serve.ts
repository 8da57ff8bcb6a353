/** What a child can be asked. */
export type Answers = Readonly<Record<string, (input: never) => unknown>>;

/** Answers the questions of the process that started this one; ends with it. */
export function serve(answers: Answers): void {
  const all: Answers = {
    cpu: () => {
      const { user, system } = process.cpuUsage();
      return user + system;
    },
    memory: () => process.memoryUsage().rss,
    ...answers,
  };
  process.on('message', ({ id, what, input }: { id: number; what: string; input: never }) => {
    void (async () => {
      try {
        process.send?.({ id, value: await all[what]!(input) });
      } catch (error) {
        process.send?.({ id, fault: error instanceof Error ? String(error.stack) : String(error) });
      }
    })();
  });
}

/** For peers that have nothing to close: they end when they are told to, or when nobody is left to tell them. */
export function endWithParent(): void {
  process.once('disconnect', () => process.exit(0));
  process.once('SIGTERM', () => process.exit(0));
}

/** A clock that all processes of this machine share, in milliseconds. */
export const clock = (): number => Number(process.hrtime.bigint()) / 1e6;
