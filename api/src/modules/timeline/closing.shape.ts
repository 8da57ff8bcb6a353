import type { Predicate } from '../../kernel/predicate.ts';
import type { ReadField } from '../../platform/reads/field.ts';
import { flag, instant, int, text } from '../../platform/reads/fields/column.ts';
import { many } from '../../platform/reads/fields/many.ts';
import { workedOut } from '../../platform/reads/fields/worked-out.ts';
import { expression, listSql } from '../../platform/reads/json-text.ts';
import { defineShape, type Shape } from '../../platform/reads/shape.ts';

const evidence = workedOut({
  type: () => [String],
  about: '佐证校验值 — SHA-256 of every piece of evidence, in hexadecimal digits.',
  from: ['evidence'],
  of: (view) => (view['evidence'] as readonly { readonly sha256: string }[]).map(({ sha256 }) => sha256),
  sql: (place) =>
    expression(
      `(SELECT ${listSql("to_json(e.value ->> 'sha256')::text")} FROM jsonb_array_elements(${place.column('evidence')}) e)`,
    ),
});

const CaseClosing = defineShape('CaseClosing', {
  about: '销号记录 — Upon what a case was closed off. Never edited.',
  table: 'closing',
  fields: {
    round: int('轮次 — Round of the case.'),
    serial: text('销号编号 — The number; a relapse keeps it.'),
    result: text('办理结果 — What was done.'),
    evidence,
    noticeGiven: flag('已公示 — Was the result shown to the public?'),
    noNoticeReason: text('不公示理由 — Why it was not.', { nullable: true }),
    at: instant('销号时间 — When it was closed off.'),
  },
});

export interface ClosingsOptions {
  /** The case. */
  readonly of: () => Shape;
  /** To whom they are shown. */
  readonly when: Predicate;
}

/** Upon what a case was closed off, one a round. */
export const closings = (about: string, { of, when }: ClosingsOptions): ReadField =>
  many(() => CaseClosing, about, {
    ...{ of, when },
    on: (me, it) => `${it}.subject_id = ${me}.id`,
    order: (it) => `${it}.round`,
  });
