import type { Verdict, Verifies } from '../../../platform/verify.ts';
import { canonical } from '../../../platform/feed/canonical.ts';
import { SIGNATURES } from './issuing.ts';
import { sayNumber } from './minutes.words.ts';
import { digestOf, recordOf, type MinutesRecord, type RecordedSignature } from './record.ts';
import type { Section } from './sections.ts';

/** A meeting whose minutes were issued, with everything that must agree with the record. */
interface Kept {
  readonly id: string;
  readonly title: string;
  readonly meetingNumber: string | null;
  readonly canonical: Buffer | null;
  readonly digest: Buffer;
  readonly number: string;
  readonly convenerCode: string;
  readonly year: number;
  readonly seq: number;
  readonly n: number;
  readonly recipients: readonly string[];
  readonly publicKeys: readonly string[];
  /** What the event of the issue says, which is part of the chain of events. */
  readonly told: string | null;
  readonly sections: readonly Section[] | null;
  readonly signatures: readonly RecordedSignature[];
}

const PAGE = 200;
const READ = `
  SELECT m.id, m.title, m.minutes_number AS "meetingNumber", i.canonical, i.digest, i.number, i.convener_code AS "convenerCode", i.year, i.seq, i.n,
    i.recipients, i.public_keys AS "publicKeys", v.sections,
    (SELECT e.data ->> 'digest' FROM event e WHERE e.subject_id = m.id AND e.noun = 'jointMeeting' AND e.action = 'issue') AS told,
    (${SIGNATURES} WHERE s.meeting_id = i.meeting_id AND s.n = i.n) AS signatures
  FROM joint_meeting m LEFT JOIN issued_minutes i ON i.meeting_id = m.id LEFT JOIN minutes_version v ON v.meeting_id = i.meeting_id AND v.n = i.n
  WHERE (m.state = 'ISSUED' OR i.meeting_id IS NOT NULL) AND m.id > $1 ORDER BY m.id LIMIT ${String(PAGE)}`;

const GAPS = `
  SELECT convener_code AS "convenerCode", year, max(seq) - count(*)::int AS missing FROM issued_minutes
  GROUP BY convener_code, year HAVING max(seq) <> count(*) ORDER BY convener_code, year`;

/** Recomputes the hash of all issued minutes, and compares the record with whatever else is kept of it. */
export const verifyMinutes: Verifies = async (database) => {
  const faults: string[] = [];
  let checked = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await database.query<Kept>('verify-minutes', READ, [after]);
    for (const kept of page) faults.push(...faultOf(kept));
    checked += page.length;
    if (page.length < PAGE) break;
    after = page.at(-1)!.id;
  }
  type Gap = { convenerCode: string; year: number; missing: number };
  for (const { convenerCode, year, missing } of await database.query<Gap>('verify-minutes-gaps', GAPS))
    faults.push(`${convenerCode}${String(year)}年的会议纪要编号缺${String(missing)}个`);
  return { line: `会议纪要：核对${String(checked)}份`, faults } satisfies Verdict;
};

/** One sentence a record, however much of it is wrong. */
function faultOf(kept: Kept): readonly string[] {
  const wrong = kept.canonical === null ? ['印发记录缺失'] : wrongIn(kept, kept.canonical);
  if (wrong.length === 0) return [];
  const number = kept.meetingNumber ?? kept.number;
  return [
    `会议纪要${kept.canonical === null ? number : kept.number}（${kept.title}，${kept.id}）：${wrong.join('；')}`,
  ];
}

function wrongIn(kept: Kept, bytes: Buffer): string[] {
  const digest = digestOf(bytes);
  const record = recordOf(bytes);
  const checks: readonly (readonly [boolean, string])[] = [
    [digest.equals(kept.digest), '内容与校验值不符'],
    [kept.told === kept.digest.toString('hex'), '校验值与办理记录中的不符'],
    [record !== null, '内容无法读取'],
    ...(record ? comparisons(record, kept) : []),
  ];
  return checks.filter(([agrees]) => !agrees).map(([, said]) => said);
}

const same = (one: unknown, other: unknown) => canonical(one) === canonical(other);

/** What the record says, against what the tables beside it say. */
function comparisons(record: MinutesRecord, kept: Kept): readonly (readonly [boolean, string])[] {
  const { convenerCode, year, seq, n, number, recipients, publicKeys, id } = kept;
  const shown = record.sections.filter((section) => section.public).map(({ key }) => key);
  const registered = { convenerCode, year, seq, n, number, recipients, publicKeys, id };
  const said = {
    ...{ convenerCode: record.convenerCode, year: record.year, seq: record.seq, n: record.n, number: record.number },
    ...{ recipients: record.recipients, publicKeys: shown, id: record.meetingId },
  };
  const sections = record.sections.map(({ public: _public, ...section }) => section);
  return [
    [same(said, registered) && number === sayNumber(year, seq), '登记的编号、公开部分或抄送单位与内容不符'],
    [kept.meetingNumber === number, '会议登记的编号与纪要不符'],
    [same(sections, kept.sections), `正文与会签的第${String(n)}稿不符`],
    [same(record.signatures.map(plain), kept.signatures.map(plain)), '会签情况与会签登记不符'],
  ];
}

/** Names may change afterwards; who signed what and when may not. */
const plain = ({ unitId, kind, at, wording, settledHow, settledAt }: RecordedSignature) => ({
  ...{ unitId, kind, wording, settledHow, at: new Date(at) },
  settledAt: settledAt === null ? null : new Date(settledAt),
});
