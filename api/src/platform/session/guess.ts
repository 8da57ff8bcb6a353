import { GraphQLError } from 'graphql';
import { common } from '../../kernel/refusal.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import type { Statement } from '../database/statement.ts';

/** Thrown where a guess was wrong: whatever was prepared for it is thrown away, and the call begins anew with whoever really asks. */
export class Disproved extends GraphQLError {
  constructor() {
    const { code, message } = common.refusal('NOT_SIGNED_IN');
    super(message, { extensions: { code } });
  }
}

/** Proves guesses with one statement, which can travel with what is asked for them. */
export interface Proving {
  statement(secrets: readonly Buffer[]): Statement;
  /** Who stands behind each secret now, by its hex; what the statement found is noted as a look-up is. */
  read(rows: readonly unknown[]): Promise<ReadonlyMap<string, Viewer>>;
}

/**
 * As whom a token was known last. Until it is proved nothing is said or done for it: it only lets the look-up of the session and the
 * reading that is asked for travel together. Contexts are copied on their way, so what is proved is noted here.
 */
export class Guess {
  private proved = false;

  constructor(
    readonly viewer: Viewer,
    /** By which the session is found. */
    readonly secret: Buffer,
    readonly proving: Proving,
    private readonly look: () => Promise<Viewer | null>,
  ) {}

  get isProved(): boolean {
    return this.proved;
  }

  /** Notes who was found. Throws `Disproved` when that is another, another's post or nobody: to the last detail. */
  meets(found: Viewer | null | undefined): void {
    if (!found || JSON.stringify(found) !== JSON.stringify(this.viewer)) throw new Disproved();
    this.proved = true;
  }

  /** Looks the session up by itself, unless it was proved. Throws `Disproved`. */
  async prove(): Promise<void> {
    if (!this.proved) this.meets(await this.look());
  }
}
