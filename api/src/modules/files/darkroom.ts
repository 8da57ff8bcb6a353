import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Photo, Undrawable } from './drawing.ts';
import { LIMITS } from './file.limits.ts';
import { fileReasons } from './file.reasons.ts';

/** The source under jest, the compiled file in the built house. Node runs either. */
const PROCESS = new URL(`./darkroom.process${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
/** Milliseconds; drawing gives up by itself after some 20 seconds, so this is a decoder that hangs. */
const PATIENCE = 30_000;

type Outcome = Photo | Undrawable | 'FILE_BUSY';
type Waiting = Map<number, (outcome: Outcome) => void>;

/**
 * Draws photos in a process of its own, of low priority and without the house's secrets: what strangers send is unpacked
 * by decoders in C, and neither a crash nor an hour of work in there may be felt by whoever uses the API.
 * The process starts with the first photo; when it dies the next photo starts another.
 */
export class Darkroom {
  private room: { readonly child: ChildProcess; readonly waiting: Waiting } | null = null;
  private last = 0;

  /** Refuses FILE_NOT_PHOTO, FILE_TOO_MANY_PIXELS, FILE_DAMAGED, and FILE_BUSY when the process died over it. */
  async develop(upload: Buffer): Promise<Photo> {
    const { child, waiting } = (this.room ??= this.open());
    const id = (this.last += 1);
    let timer: NodeJS.Timeout | undefined;
    const outcome = await new Promise<Outcome>((resolve) => {
      waiting.set(id, resolve);
      timer = setTimeout(() => (resolve('FILE_DAMAGED'), child.kill('SIGKILL')), PATIENCE);
      child.send({ id, upload }, (error) => error && child.kill('SIGKILL'));
    });
    clearTimeout(timer);
    if (typeof outcome !== 'string') return outcome;
    return fileReasons.refuse(outcome, { values: { max: LIMITS.pixels / 10_000 } });
  }

  /** Id of the process, null when none runs. */
  get processId(): number | null {
    return this.room?.child.pid ?? null;
  }

  close(): void {
    this.room?.child.kill('SIGKILL');
  }

  private open() {
    const child = fork(fileURLToPath(PROCESS), {
      serialization: 'advanced',
      execArgv: [],
      // Fewer arenas: big buffers that come and go would otherwise tear holes into the memory.
      env: { MALLOC_ARENA_MAX: '2' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const waiting: Waiting = new Map();
    child.on('message', ({ id, drawn }: { id: number; drawn: Photo | Undrawable }) => {
      waiting.get(id)?.(drawn);
      waiting.delete(id);
    });
    const lost = () => {
      if (this.room?.child === child) this.room = null;
      for (const resolve of waiting.values()) resolve('FILE_BUSY');
      waiting.clear();
    };
    child.once('exit', lost).on('error', lost);
    child.unref();
    child.channel?.unref();
    return { child, waiting };
  }
}
