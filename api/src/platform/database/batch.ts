import type pg from 'pg';
import { endIfSilent, ROW_TYPES } from './connection.ts';
import { parameterOf, type Parameter, type Statement } from './statement.ts';

interface Field {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

/** What a connection knows of a statement that it has prepared. */
interface Prepared {
  readonly text: string;
  readonly fields: readonly Field[];
  /** A row with nothing in it; copies of it share one shape. */
  readonly empty: Readonly<Record<string, unknown>>;
}

interface RowDescription {
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
}

/** The messages of the driver's connection that a batch sends. Its type declarations are of an older one. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: readonly Parameter[] }): void;
  describe(message: { type: 'P'; name: '' }): void;
  close(message: { type: 'S'; name: string }): void;
  execute(message: { portal: '' }): void;
  sync(): void;
}

/** Names that begin so may stand for another text later: it is prepared anew. Any other name stands for one text, for ever. */
export const SLOT = 'slot-';
const maySwap = (name: string) => name === '' || name.startsWith(SLOT);

const preparedOn = new WeakMap<Wire, Map<string, Prepared>>();

/**
 * Named statements that travel together: one message there, one back. The server runs them one after the other, each with a view
 * of its own of what is committed, and none after one that fails. What a connection has prepared it neither parses nor describes again;
 * what has an empty name is forgotten at once.
 */
export class Batch implements pg.Submittable {
  /** Rows of the statements that were done, in their order. */
  readonly rows: unknown[][] = [[]];
  /** The last command tag: `COMMIT`, or `ROLLBACK` where a commit found nothing to keep. */
  tag = '';
  private known = new Map<string, Prepared>();
  private fields: readonly Field[] = [];
  private empty: Prepared['empty'] = {};

  constructor(
    readonly statements: readonly Statement[],
    /** Called by the driver, once with an error or without; its own timeout calls it too. */
    public callback: (error?: Error | null) => void,
  ) {}

  /** How many statements were done. */
  get done(): number {
    return this.rows.length - 1;
  }

  submit(connection: unknown): Error | null {
    const wire = connection as Wire;
    this.known = preparedOn.get(wire) ?? new Map<string, Prepared>();
    preparedOn.set(wire, this.known);
    const twin = this.statements.find(
      ({ name, text }) => !maySwap(name) && (this.known.get(name)?.text ?? text) !== text,
    );
    if (twin) return new Error(`Two texts for one prepared statement: ${twin.name}`);
    try {
      // Before anything is sent: what cannot be a parameter must not break off a message in the middle.
      const values = this.statements.map((statement) => statement.values.map(parameterOf));
      wire.stream.cork();
      this.write(wire, values);
    } catch (error) {
      return error as Error;
    } finally {
      wire.stream.uncork();
    }
    this.begin();
    return null;
  }

  private write(wire: Wire, values: readonly (readonly Parameter[])[]): void {
    const fresh = new Map<string, string>();
    this.statements.forEach(({ name, text }, index) => {
      const isNew = name === '' || (this.preparedOf(this.statements[index])?.text !== text && fresh.get(name) !== text);
      if (isNew) this.prepare(wire, name, text);
      wire.bind({ statement: name, values: values[index]! });
      if (isNew) wire.describe({ type: 'P', name: '' });
      wire.execute({ portal: '' });
      if (isNew) fresh.set(name, text);
    });
    wire.sync();
  }

  /**
   * Forgets what stood under the name first, there and here: a statement that fails when it runs for the first time may have been
   * prepared, or not, and what was known before must not be taken for it.
   */
  private prepare(wire: Wire, name: string, text: string): void {
    this.known.delete(name);
    wire.close({ type: 'S', name });
    wire.parse({ name, text });
  }

  handleRowDescription({ fields }: RowDescription): void {
    this.fields = fields.map(({ name, dataTypeID }) => {
      const parse = ROW_TYPES.getTypeParser(dataTypeID, 'text') as unknown as Field['parse'];
      return { name, parse };
    });
    this.empty = emptyRow(this.fields);
  }

  handleDataRow({ fields: texts }: { fields: readonly (string | null)[] }): void {
    const row = { ...this.empty };
    for (let index = 0; index < texts.length; index++) {
      const text = texts[index]!;
      const { name, parse } = this.fields[index]!;
      if (text !== null) row[name] = parse(text);
    }
    this.rows[this.done]!.push(row);
  }

  handleCommandComplete({ text: tag }: { text: string }): void {
    const { name, text } = this.statements[this.done]!;
    if (name !== '' && this.known.get(name)?.text !== text)
      this.known.set(name, { text, fields: this.fields, empty: this.empty });
    this.tag = tag;
    this.rows.push([]);
    this.begin();
  }

  handleReadyForQuery(): void {
    this.callback();
  }

  handleError(error: Error): void {
    this.callback(error);
  }

  private preparedOf(statement: Statement | undefined): Prepared | undefined {
    const known = statement && this.known.get(statement.name);
    return known?.text === statement?.text ? known : undefined;
  }

  /** The columns of the next statement, as they were described when it was prepared. */
  private begin(): void {
    const next = this.preparedOf(this.statements[this.done]);
    this.fields = next?.fields ?? [];
    this.empty = next?.empty ?? {};
  }
}

/** Read from text: what is built key by key becomes a slow dictionary when there are many. */
function emptyRow(fields: readonly Field[]): Prepared['empty'] {
  const nulls = Object.fromEntries(fields.map(({ name }) => [name, null]));
  return JSON.parse(JSON.stringify(nulls)) as Prepared['empty'];
}

export interface Answered {
  /** Rows of each statement that was done. */
  readonly rows: readonly unknown[][];
  /** Tag of the last one that was done. */
  readonly tag: string;
  /** Why the next one was not. */
  readonly error: Error | null;
}

/** Sends statements together. Never rejects: what was done before an error is told with it. */
export async function sendTogether(client: pg.PoolClient, statements: readonly Statement[]): Promise<Answered> {
  let batch!: Batch;
  const error = await new Promise<Error | null>((resolve) => {
    batch = new Batch(statements, (failure) => resolve(failure ?? null));
    client.query(batch);
  });
  if (error) await endIfSilent(client, error).catch(() => undefined);
  return { rows: batch.rows.slice(0, batch.done), tag: batch.tag, error };
}
