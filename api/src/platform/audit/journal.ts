import { isId } from '../../kernel/field.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import type { Database } from '../database/database.ts';
import { newId } from '../identifier.ts';

/** An attempt that changed nothing. What changed something is an event. */
export interface JournalEntry {
  readonly kind: 'REFUSED' | 'LOGIN_FAILED';
  /** Name of the mutation or route. */
  readonly verb: string;
  readonly code: string;
  readonly viewer: Viewer;
  /** As the caller named it; kept only if it can be an id, for a caller can send anything. */
  readonly subjectId: string | null;
  readonly requestId: string;
}

const INSERT = `
  INSERT INTO journal (id, at, kind, verb, code, person_id, post_id, role, subject_id, request_id)
  SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::text[])`;

interface Waiting {
  readonly entry: JournalEntry;
  readonly at: Date;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Writes attempts durably. Entries that arrive while a write runs share the next one, so that a thousand refusals cost a few statements. */
export class Journal {
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(
    private readonly database: Pick<Database, 'query'>,
    private readonly now: () => Date,
  ) {}

  /** Resolves when the entry is on disk. */
  write(entry: JournalEntry): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ entry, at: this.now(), resolve, reject });
      if (!this.writing) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, 500);
      await this.insert(batch).then(
        () => batch.forEach(({ resolve }) => resolve()),
        (error: unknown) => batch.forEach(({ reject }) => reject(error)),
      );
    }
    this.writing = false;
  }

  private async insert(batch: readonly Waiting[]): Promise<void> {
    const column = <T>(pick: (waiting: Waiting) => T) => batch.map(pick);
    await this.database.query('write-journal', INSERT, [
      ...[
        column(({ at }) => newId(at)),
        column(({ at }) => at),
        column(({ entry }) => entry.kind),
        column(({ entry }) => entry.verb),
        column(({ entry }) => entry.code),
      ],
      ...[column(({ entry }) => entry.viewer.personId), column(({ entry }) => entry.viewer.post?.id ?? null)],
      ...[
        column(({ entry }) => entry.viewer.post?.role ?? null),
        column(({ entry: { subjectId } }) => (subjectId !== null && isId(subjectId) ? subjectId : null)),
        column(({ entry }) => entry.requestId),
      ],
    ]);
  }
}
