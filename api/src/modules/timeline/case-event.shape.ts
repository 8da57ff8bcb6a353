import { Field, ObjectType } from 'type-graphql';
import { all, any, link, not, oneOf, type Predicate } from '../../kernel/predicate.ts';
import { ROLES, type Role } from '../../kernel/viewer.ts';
import { actionLabelField } from '../../platform/process/case.fields.ts';
import type { ReadField } from '../../platform/reads/field.ts';
import { id, instant, text } from '../../platform/reads/fields/column.ts';
import { many } from '../../platform/reads/fields/many.ts';
import { one } from '../../platform/reads/fields/one.ts';
import { told, workedOut } from '../../platform/reads/fields/worked-out.ts';
import { expression, listSql, NULL, objectText, orNull, textSql, whereHolds } from '../../platform/reads/json-text.ts';
import { quoted } from '../../platform/reads/predicate-sql.ts';
import { below } from '../../platform/reads/selected.ts';
import { defineShape, sees, type Shape } from '../../platform/reads/shape.ts';
import { NotPlannable } from '../../platform/reads/field.ts';
import { displayNameSql, personById } from '../identity/index.ts';
import { Unit } from '../units/index.ts';

/** The case lends `story`: what was said and who did it may be read; and `notes`: so may what is noted for colleagues. */
const people = link('story');
const words = all(link('story'), any(not(oneOf('action', ['note'])), link('notes')));
/** Who read the contact details is part of the story; so is that somebody objected, of whom the unit alone would say who it was. */
const shown = any(link('story'), not(oneOf('action', ['revealContact', 'objectTo'])));

/** Acts that are no part of the story of a case. */
const SILENT = ['follow', 'unfollow', 'deadlineNear'];

@ObjectType('CaseEventClock', { description: '时限记录 — How a duty stood when the event ended it.' })
class CaseEventClockType {
  @Field(() => String, { description: '职责代码 — Action that the clock was for.' })
  action!: string;

  @Field(() => String, { description: '开始时间 — When the duty began, ISO 8601.' })
  startedAt!: string;

  @Field(() => String, { description: '应办时间 — When it ran out, ISO 8601.' })
  dueAt!: string;

  @Field(() => String, { description: '灯色 — GREEN, YELLOW or RED at the end of the duty.' })
  light!: string;
}

const clocks = workedOut({
  ...{ type: () => [CaseEventClockType], about: '时限记录 — Duties that ended with it.', from: ['clocks'] },
  of: (view) => view['clocks'],
  sql: (place, selected) => {
    const object = objectText(
      below(selected).map(({ key, name, parent }) => [
        key,
        name === '__typename' ? [JSON.stringify(parent)] : expression(`to_json(c.value ->> ${quoted(name)})::text`),
      ]),
    );
    return expression(`(SELECT ${listSql(textSql(object))} FROM jsonb_array_elements(${place.column('clocks')}) c)`);
  },
});

const roleWords = () => ({
  CLOCK: '系统',
  ...Object.fromEntries((Object.keys(ROLES) as Role[]).map((role) => [role, ROLES[role].label])),
});

const person = workedOut({
  type: () => String,
  about: '办理人 — Who did it; residents masked; null to whom the case does not show its people.',
  ...{ nullable: true, from: ['personId'], conditions: [people] },
  of: async (view, context) => {
    const { personId } = view;
    if (personId === null || !sees(view, people, context.viewer)) return null;
    return (await context.load(personById, personId as string))?.displayName ?? null;
  },
  sql: (place) => {
    const shown = place.holds(people);
    return shown === 'false' ? NULL : whereHolds(shown, displayNameSql(place.column('personId'), place.statement));
  },
});

const said = workedOut({
  ...{ type: () => String, about: '内容 — What was reported, asked, answered or decided.' },
  ...{ nullable: true, from: ['data'], conditions: [words] },
  of: (view, { viewer }) => {
    const { text: value } = view['data'] as { readonly text?: unknown };
    return typeof value === 'string' && sees(view, words, viewer) ? value : null;
  },
  sql: (place) => {
    const value = `${place.column('data')} -> 'text'`;
    return whereHolds(
      place.holds(words),
      orNull(`CASE WHEN jsonb_typeof(${value}) = 'string' THEN to_json(${place.column('data')} ->> 'text')::text END`),
    );
  },
});

const OUTSIDERS: readonly Role[] = ['RESIDENT', 'UNIT_LIAISON', 'UNIT_LEAD', 'VOLUNTEER'];
const isOfficial = (role: Role | undefined) => role !== undefined && !OUTSIDERS.includes(role);

const details = workedOut({
  ...{ type: () => String, about: '详情 — Everything that was recorded, as JSON; officials only.' },
  ...{ nullable: true, from: ['data'], conditions: [words] },
  of: (view, { viewer }) =>
    isOfficial(viewer.post?.role) && sees(view, words, viewer) ? JSON.stringify(view['data']) : null,
  sql: ({ statement }) => {
    // PostgreSQL writes jsonb with blanks.
    if (isOfficial(statement.viewer.post?.role)) throw new NotPlannable('CaseEvent.details');
    return NULL;
  },
});

const CaseEvent = defineShape('CaseEvent', {
  about: '办理记录 — One thing that happened to a case. Never edited.',
  table: 'event',
  key: 'id',
  visible: shown,
  fields: {
    id: id('编号 — Identity of the event.'),
    action: text('动作代码 — Action of the process table, or `deadlineMissed`.'),
    from: text('原状态 — State before.', { nullable: true, property: 'fromState' }),
    to: text('新状态 — State after.', { nullable: true, property: 'toState' }),
    at: instant('时间 — When it happened.'),
    clocks,
    label: actionLabelField('动作名称 — What was done, for people.'),
    role: told('role', roleWords, { about: '身份 — In which role it was done.', nullable: true }),
    unit: one(() => Unit, '单位 — For which unit it was done.', { by: 'unitId', nullable: true }),
    person,
    reason: text('理由 — Why, in the words of whoever did it.', { nullable: true, when: words }),
    text: said,
    details,
  },
});

export interface TimelineOptions {
  /** The case. */
  readonly of: () => Shape;
  /** To whom it shows what was said and who did it. */
  readonly story: Predicate;
  /** To whom of them it shows notes. */
  readonly notes: Predicate;
  /** To whom it shows anything at all; to everybody who sees the case when left out. */
  readonly when?: Predicate;
}

/** The last events of a case, newest first. */
export const timeline = (about: string, { of, story, notes, when }: TimelineOptions): ReadField =>
  many(() => CaseEvent, about, {
    of,
    on: (me, it) => `${it}.subject_id = ${me}.id AND ${it}.action NOT IN (${SILENT.map(quoted).join(', ')})`,
    order: (it) => `${it}.id DESC`,
    first: { usual: 10, most: 100 },
    lends: { story, notes },
    ...(when && { when }),
  });
