import { dayOf } from '../../api/src/kernel/calendar.ts';
import type { ProjectRow } from '../../api/src/modules/projects/project/project.row.ts';
import type { Setting } from '../alliance/setting.ts';
import type { Act } from '../chronicle.ts';
import { pictureOf, pictures } from '../orders/pictures.ts';
import { uuidOf } from '../random.ts';
import { insertRows, type TableRow } from '../rows.ts';
import type { Sql } from '../sql.ts';
import type { Planned } from './projects.ts';

/** Numbers that were given already, by their series. */
export type Series = Map<string, number>;

/** What the verbs of projects write beside the project. */
export class Satellites {
  private readonly rows: Record<string, TableRow[]> = {};
  private readonly photos: TableRow[] = [];

  constructor(
    private readonly setting: Setting,
    private readonly series: Series,
  ) {}

  /** The next serial number of closing off. */
  serialFor({ streetCode }: Pick<ProjectRow, 'streetCode'>, at: Date): string {
    const [street, year] = [streetCode.slice(0, 9), dayOf(at).slice(0, 4)];
    const name = `clear:${street}:${year}`;
    const last = (this.series.get(name) ?? 0) + 1;
    this.series.set(name, last);
    return `销${street}-${year}-${String(last).padStart(5, '0')}`;
  }

  /** Hangs on a project what happened to it. */
  hang(planned: Planned, row: ProjectRow, acts: readonly Act<ProjectRow>[]): void {
    const { needId, id } = planned;
    const at = (action: string) => acts.find((act) => act.action === action)?.at;
    this.add('project_need', { project_id: id, need_id: needId });
    this.steps(planned, at('report'), at('deliver'));
    const [claimed, aborted] = [at('claim'), at('abort')];
    if (claimed) this.claim(planned, claimed, aborted ?? null);
    const photo = at('deliver') && this.photo(planned, at('deliver')!);
    const said = at('rate');
    if (said) this.voice(planned, said);
    if (at('clear')) this.closing(planned, row, at('clear')!, photo!);
  }

  async write(sql: Sql): Promise<void> {
    await this.writePhotos(sql);
    for (const [table, rows] of Object.entries(this.rows)) await insertRows(sql, table, rows);
    const text = `INSERT INTO serial_number (series, last) SELECT * FROM unnest($1::text[], $2::bigint[]) ON CONFLICT (series) DO UPDATE SET last = excluded.last`;
    await sql.query(text, [[...this.series.keys()], [...this.series.values()]]);
  }

  private add(table: string, row: TableRow): void {
    (this.rows[table] ??= []).push(row);
  }

  private steps({ id, template, day }: Planned, reported: Date | undefined, delivered: Date | undefined): void {
    const done = [reported, delivered];
    for (const [index, title] of template.project.steps.entries()) {
      const doneAt = done[index];
      const on = doneAt ? { done_on: dayOf(doneAt), note: '按计划完成' } : { done_on: null, note: null };
      const due = dayOf(day(index === 0 ? 30 : 50));
      this.add('project_milestone', { id: this.id(day(0)), project_id: id, title, due_on: due, ...on });
    }
  }

  private claim({ id, lead }: Planned, at: Date, released: Date | null): void {
    const who = { unit_id: lead.scope, person_id: lead.id, round: 1 };
    this.add('project_claim', { id: this.id(at), project_id: id, ...who, claimed_at: at, released_at: released });
  }

  private voice({ id, resident }: Planned, at: Date): void {
    const said = { satisfied: true, asked: 1, pleased: 1, relayed: false, text: '办得好' };
    this.add('project_voice', { project_id: id, round: 1, person_id: resident!.id, ...said, at });
  }

  private photo({ id, liaison }: Planned, at: Date): TableRow {
    const photo = { id: this.id(at), uploader_id: liaison.id, subject_id: id, purpose: 'AFTER', at, picture: pictureOf(this.photos.length) };
    this.photos.push(photo);
    return photo;
  } // prettier-ignore

  private closing({ id, liaison, office, resident }: Planned, row: ProjectRow, at: Date, photo: TableRow): void {
    const { digest } = pictures()[photo['picture'] as number]!;
    this.add('closing', {
      ...{ noun: 'project', subject_id: id, round: 1, serial: row.serial, result: row.result },
      evidence: [{ fileId: photo['id'], sha256: digest.toString('hex') }],
      ...{ executor_id: liaison.id, executor_unit_ids: [liaison.scope], checker_id: office.worker.id, checker_unit_ids: [] },
      ...{ voice: resident ? 'HEARD' : 'WINDOW_PASSED', notice_given: true, no_notice_reason: null },
      ...{ closed_by: office.worker.id, at },
    });
  } // prettier-ignore

  private async writePhotos(sql: Sql): Promise<void> {
    for (const [number, { content, digest }] of pictures().entries()) {
      const photos = this.photos.filter((photo) => photo['picture'] === number);
      await sql.query(WRITE_PHOTOS, [JSON.stringify(photos), content, digest]);
    }
  }

  private id(at: Date): string {
    return uuidOf(this.setting.random, at);
  }
}

const WRITE_PHOTOS = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, uploader_id uuid, subject_id uuid, purpose text, at timestamptz)),
  files AS (
    INSERT INTO file (id, uploader_id, subject_noun, subject_id, purpose, publish_consent, media_type, bytes, width, height, sha256, received, created_at)
    SELECT id, uploader_id, 'project', subject_id, purpose, true, 'image/jpeg', length($2::bytea), 320, 240, $3::bytea, length($2::bytea), at FROM given)
  INSERT INTO file_content (file_id, variant, content)
  SELECT id, variant, $2::bytea FROM given CROSS JOIN unnest(ARRAY['FULL', 'THUMBNAIL']) AS variant`;
