import { always, type Predicate } from '../../../kernel/predicate.ts';
import type { ReadField } from '../../../platform/reads/field.ts';
import { NULL, whereHolds } from '../../../platform/reads/json-text.ts';
import { choice, instant, int, text, date } from '../../../platform/reads/fields/column.ts';
import { many, type ManyOptions } from '../../../platform/reads/fields/many.ts';
import { partsOf, type Parts } from '../../../platform/reads/fields/parts.ts';
import { workedOut } from '../../../platform/reads/fields/worked-out.ts';
import { defineShape, sees, type Shape } from '../../../platform/reads/shape.ts';
import { displayNameSql, personById } from '../../identity/index.ts';
import * as enums from './agreement.enums.ts';

const nullable = true;

/** The name of somebody of whom the row keeps the id. */
export const personName = (about: string, property: string, when: Predicate = always): ReadField =>
  workedOut({
    ...{ type: () => String, about, nullable, from: [property], conditions: [when] },
    of: async (view, context) => {
      const personId = view[property] as string | null;
      if (personId === null || !sees(view, when, context.viewer)) return null;
      return (await context.load(personById, personId))?.displayName ?? null;
    },
    sql: (place) => {
      const shown = place.holds(when);
      return shown === 'false' ? NULL : whereHolds(shown, displayNameSql(place.column(property), place.statement));
    },
  });

export const CLAUSES: Parts = {
  name: 'AgreementClause',
  about: '协议条款 — One clause.',
  fields: {
    title: { about: '条款名称 — What it is about.' },
    text: { about: '条款内容 — What is agreed.' },
  },
};

const CHANGES: Parts = {
  name: 'AgreementChange',
  about: '条款差异 — What became of one clause since the version before.',
  fields: {
    kind: { about: '变化 — New, gone or changed.', type: () => enums.ClauseChangeKind },
    title: { about: '条款名称 — Of which clause.' },
    before: { about: '原内容 — Null where the clause is new.', nullable },
    after: { about: '新内容 — Null where the clause is gone.', nullable },
    words: {
      about: '逐字差异 — Of a changed clause, its words in order.',
      parts: {
        name: 'AgreementWordChange',
        about: '文字差异 — Some words, and what became of them.',
        fields: {
          kind: { about: '变化 — Kept, new or gone.', type: () => enums.WordChangeKind },
          text: { about: '文字 — The words.' },
        },
      },
    },
  },
};

const AgreementVersion = defineShape('AgreementVersion', {
  about: '协议文本 — A version that one side put before the other.',
  table: 'agreement_version',
  fields: {
    n: int('版本号 — From 1.'),
    side: choice(enums.AgreementSide, '提出方 — Which side wrote it.', { property: 'bySide' }),
    person: personName('提出人 — Who put it forward; null where it was taken over from paper.', 'personId'),
    note: text('说明 — What was said of it.', { nullable }),
    at: instant('提出时间 — When it was put forward.'),
    startsOn: date('开始日期 — The first day it proposes.'),
    endsOn: date('终止日期 — The last day it proposes.'),
    clauses: partsOf('协议条款 — The whole text.', CLAUSES),
    changes: partsOf('差异 — Clause by clause what is different from the version before.', CHANGES),
  },
});

const AgreementSignature = defineShape('AgreementSignature', {
  about: '协议签署 — One side’s signature under one paper.',
  table: 'agreement_signature',
  fields: {
    revision: int('文件序号 — Which paper, from 1.'),
    paper: choice(enums.AgreementPaper, '签署文件 — What was signed.'),
    side: choice(enums.AgreementSide, '签署方 — For which side.'),
    n: int('版本号 — The version that was signed.', { property: 'versionN' }),
    startsOn: date('开始日期 — Of the term that was signed.'),
    endsOn: date('终止日期 — Of the term that was signed.'),
    person: personName('签署人 — Who signed.', 'personId'),
    post: text('签署职务 — As what.', { property: 'postLabel' }),
    at: instant('签署时间 — When.'),
  },
});

const AgreementStatement = defineShape('AgreementStatement', {
  about: '履约自述 — What one side says of what it promised and did.',
  table: 'agreement_statement',
  fields: {
    round: int('评议轮次 — For which review, from 1.'),
    side: choice(enums.AgreementSide, '填报方 — Which side.'),
    items: partsOf('履约事项 — Item by item.', {
      name: 'AgreementItem',
      about: '履约事项 — A promise, and what was done.',
      fields: {
        promised: { about: '承诺 — What was promised.' },
        done: { about: '完成情况 — What was done.' },
      },
    }),
    remark: text('总体说明 — Beside the items.', { nullable }),
    person: personName('填报人 — Who stated it.', 'personId'),
    at: instant('填报时间 — When.'),
  },
});

const AgreementReview = defineShape('AgreementReview', {
  about: '履约评议 — What the street found in one review.',
  table: 'agreement_review',
  fields: {
    round: int('评议轮次 — From 1.'),
    verdict: choice(enums.AgreementVerdict, '评议结论 — What was found.'),
    remark: text('评议意见 — Why.', { nullable }),
    person: personName('评议人 — Who reviewed.', 'personId'),
    at: instant('评议时间 — When.'),
  },
});

type Hanging = Pick<ManyOptions, 'of' | 'when'>;
const on: ManyOptions['on'] = (me, it) => `${it}.agreement_id = ${me}.id`;
const hanging = (shape: Shape, about: string, order: string, options: Hanging) =>
  many(() => shape, about, { ...options, on, order: (it) => order.replaceAll('it.', `${it}.`) });

/** What hangs on an agreement, for those who read its text. */
export const partsOfAgreement = (options: Hanging) => ({
  versions: hanging(AgreementVersion, '历次文本 — What the sides put before each other, the first one first.', 'it.n', options),
  signatures: hanging(AgreementSignature, '签署记录 — Signatures in their order.', 'it.revision, it.at, it.side', options),
  statements: hanging(AgreementStatement, '履约自述 — What the sides stated, review by review.', 'it.round, it.side', options),
  reviews: hanging(AgreementReview, '履约评议 — One a year.', 'it.round', options),
}); // prettier-ignore
