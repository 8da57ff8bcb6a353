import { any, atLeast, all, isTrue, link } from '../../../kernel/predicate.ts';
import { choice, flag, id, instant, int, text } from '../../../platform/reads/fields/column.ts';
import { many } from '../../../platform/reads/fields/many.ts';
import { one } from '../../../platform/reads/fields/one.ts';
import { single } from '../../../platform/reads/fields/single.ts';
import { told, workedOut } from '../../../platform/reads/fields/worked-out.ts';
import { defineShape, extendShape, type Shape } from '../../../platform/reads/shape.ts';
import { nameOfPerson } from '../../identity/index.ts';
import { Unit } from '../../units/index.ts';
import { meetingSight, meetingVisible } from '../meeting/meeting.policy.ts';
import { meetingLinks } from '../meeting/meeting.scope.ts';
import { JointMeeting } from '../meeting/meeting.shape.ts';
import { SignatureKindEnum, signatureKind } from './minutes.choices.ts';

const nullable = true;
const { inside } = meetingSight;

const MinutesSection = defineShape('MinutesSection', {
  about: '纪要章节 — One part of a version.',
  table: 'minutes_section',
  fields: {
    key: id('章节代码 — `opening`, the id of a topic, or `closing`; never changes.'),
    heading: text('章节标题 — Null for opening and closing.', { nullable }),
    text: text('正文 — What it says.'),
  },
});

const MinutesChange = defineShape('MinutesChange', {
  about: '修改处 — A part that differs from the version on which it was based.',
  table: 'minutes_change',
  fields: {
    key: id('章节代码 — Key of the part.'),
    heading: text('章节标题 — Null for opening and closing.', { nullable }),
    before: text('修改前 — What it said.', { nullable }),
    after: text('修改后 — What it says.'),
  },
});

const MinutesVersion: Shape = defineShape('MinutesVersion', {
  about: '纪要稿 — A version of the minutes. Never changed, never lost.',
  table: 'minutes_version_known',
  key: 'id',
  fields: {
    n: int('稿次 — Counts the versions of one meeting.'),
    basedOn: int('所依据的稿次 — The version that was changed; null for the first draft.', { nullable }),
    merges: int('合并的稿次 — The branch that was taken up.', { nullable }),
    branch: flag('分支 — Written over an old version: kept beside the head.'),
    at: instant('保存时间 — When it was saved.'),
    by: nameOfPerson('保存人 — Who saved it; null for the first draft, which the house writes.', { by: 'personId' }),
    sections: many(() => MinutesSection, '章节 — Its text.', {
      of: () => MinutesVersion,
      on: (me, it) => `${it}.meeting_id = ${me}.meeting_id AND ${it}.n = ${me}.n`,
      order: (it) => `${it}.place`,
    }),
    changes: many(() => MinutesChange, '修改处 — What it changed of the version on which it was based.', {
      of: () => MinutesVersion,
      on: (me, it) => `${it}.meeting_id = ${me}.meeting_id AND ${it}.n = ${me}.n`,
      order: (it) => `${it}.place`,
    }),
  },
});

const MinutesSignature = defineShape('MinutesSignature', {
  about: '会签 — What a unit said to the version that was sent.',
  table: 'minutes_countersigning',
  fields: {
    n: int('稿次 — The version.'),
    kind: choice(SignatureKindEnum, '会签意见 — Signed, objected, or silent.'),
    label: told('kind', () => Object.fromEntries(signatureKind.keys.map((key) => [key, signatureKind.label(key)])), {
      about: '会签意见名称 — As people read it.',
    }),
    wording: text('异议 — What the unit wants changed.', { nullable }),
    at: instant('会签时间 — When it was said, or when silence was counted.'),
    settledHow: text('处理情况 — How the objection was settled.', { nullable }),
    settledAt: instant('处理时间 — When it was settled.', { nullable }),
    unit: one(() => Unit, '单位 — The unit.', { by: 'unitId' }),
    by: nameOfPerson('会签人 — Who signed or objected for it; null for silence.', { by: 'personId' }),
  },
});

const MinutesErratum = defineShape('MinutesErratum', {
  about: '更正 — Stands beside what was issued.',
  table: 'minutes_erratum',
  fields: {
    k: int('序号 — Counts the corrections.'),
    text: text('更正内容 — What it says, and what it should say.'),
    at: instant('发布时间 — When it was published.'),
  },
});

const IssuedMinutes = defineShape('IssuedMinutes', {
  about: '印发纪要 — Issued once; unalterable.',
  table: 'issued_minutes_shown',
  fields: {
    number: text('纪要编号 — 〔2026〕3号, unique for the convener and year.'),
    year: int('年度 — Year of the number.'),
    seq: int('序号 — Place in the year.'),
    n: int('稿次 — The version that was countersigned and issued.'),
    digest: text('校验值 — SHA-256 of the whole record, in hex; also part of the event chain.'),
    at: instant('印发时间 — When they were issued.'),
  },
});

const PublishedSection = defineShape('PublishedSection', {
  about: '印发章节 — A part of the issued minutes.',
  table: 'minutes_published',
  fields: {
    key: id('章节代码 — Key of the part.'),
    heading: text('章节标题 — Null for opening and closing.', { nullable }),
    text: text('正文 — What it says.'),
    public: flag('公开 — May be read by residents.'),
  },
});

const ofMeeting = (me: string, it: string) => `${it}.meeting_id = ${me}.id`;
const of = (): Shape => MeetingMinutes;

const MeetingMinutes: Shape = defineShape('MeetingMinutes', {
  about: '会议纪要 — Minutes of a joint meeting, from the first draft to the issue.',
  // The meeting itself, once there is a draft.
  table: 'joint_meeting',
  key: 'id',
  visible: all(meetingVisible, atLeast('headN', 1)),
  links: meetingLinks,
  fields: {
    head: int('最新稿次 — The version that counts; base what you save on it.', { property: 'headN', when: inside }),
    objectionsOpen: int('未处理异议 — Objections that nobody has settled.', { when: inside }),
    sections: many(() => MinutesSection, '最新稿 — Text of the head.', {
      ...{ of, when: inside, order: (it) => `${it}.place` },
      on: (me, it) => `${it}.meeting_id = ${me}.id AND ${it}.n = ${me}.head_n`,
    }),
    versions: many(() => MinutesVersion, '历次稿 — All versions, newest first.', {
      ...{ of, when: inside, on: ofMeeting, order: (it) => `${it}.n DESC`, first: { usual: 20, most: 100 } },
    }),
    branches: many(() => MinutesVersion, '待合并稿 — Texts that were written at the same time and that nobody has merged yet.', {
      ...{ of, when: inside, on: ofMeeting, order: (it) => `${it}.n` },
      where: (it) => `${it}.open`,
    }),
    signatures: many(() => MinutesSignature, '会签情况 — What units said, version by version.', {
      ...{ of, when: inside, on: ofMeeting, order: (it) => `${it}.n DESC, ${it}.at, ${it}.unit_id` },
    }),
    issued: single(() => IssuedMinutes, '印发 — Number and hash; null before the issue.', {
      ...{ of, on: ofMeeting, order: (it) => `${it}.seq` },
    }),
    published: many(() => PublishedSection, '印发正文 — What was issued; to residents the public parts.', {
      ...{ of, on: ofMeeting, order: (it) => `${it}.place`, lends: { inside }, visible: any(link('inside'), isTrue('public')) },
    }),
    errata: many(() => MinutesErratum, '更正 — Corrections beside what was issued.', {
      ...{ of, when: inside, on: ofMeeting, order: (it) => `${it}.k` },
    }),
    wordUrl: workedOut({
      ...{ type: () => String, about: '文件地址 — Where the Word file is fetched, with the same session.', from: ['id'] },
      of: ({ id: meetingId }) => `/meetings/${meetingId as string}/minutes.docx`,
      sql: (place) => ['"/meetings/', { sql: `${place.column('id')}::text` }, '/minutes.docx"'],
    }),
  },
}); // prettier-ignore

extendShape(JointMeeting, {
  minutes: one(() => MeetingMinutes, '会议纪要 — Null before there is a draft.', { by: 'id', nullable }),
  calendarUrl: workedOut({
    ...{ type: () => String, about: '日历文件地址 — Where the calendar file is fetched, with the same session.' },
    from: ['id'],
    of: ({ id: meetingId }) => `/meetings/${meetingId as string}/meeting.ics`,
    sql: (place) => ['"/meetings/', { sql: `${place.column('id')}::text` }, '/meeting.ics"'],
  }),
});
