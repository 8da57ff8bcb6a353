import { defineChoice, type KeyOf } from '../../../kernel/choice.ts';

export const agreementSide = defineChoice('AgreementSide', '协议一方 — The parties of an agreement.', {
  ALLIANCE: ['联盟一方', 'The street or the community that leads the alliance.'],
  UNIT: ['单位一方', 'The unit that joins.'],
});
/** The parties. */
export type Side = KeyOf<typeof agreementSide>;

export const agreementPaper = defineChoice('AgreementPaper', '签署文件 — What was signed.', {
  AGREEMENT: ['协议', 'The agreement itself.'],
  AMENDMENT: ['变更', 'A change of its text.'],
  RENEWAL: ['续签', 'A longer term.'],
});
export type Paper = KeyOf<typeof agreementPaper>;

export const agreementVerdict = defineChoice('AgreementVerdict', '履约评议结论 — What the yearly review found.', {
  FULFILLED: ['正常履约', 'What was promised was done.'],
  WARNED: ['履约警示', 'What was promised was not done: the side is warned.'],
});

export const clauseChangeKind = defineChoice('ClauseChangeKind', '条款变化 — What became of a clause.', {
  ADDED: ['新增', 'The clause is new.'],
  REMOVED: ['删除', 'The clause is gone.'],
  CHANGED: ['修改', 'Its words have changed.'],
});

export const wordChangeKind = defineChoice('WordChangeKind', '文字变化 — What became of some words.', {
  KEPT: ['保留', 'They stand as before.'],
  ADDED: ['增加', 'They are new.'],
  REMOVED: ['删去', 'They are gone.'],
});

export const agreementSort = defineChoice('AgreementSort', '协议排序 — Orders of a list of agreements.', {
  NEWEST: ['最新在前', 'The newest first.'],
  ENDING_FIRST: ['先到期在前', 'Those that end first.'],
});
