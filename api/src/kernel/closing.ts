import { defineReasons } from './refusal.ts';

/** What shows that something was done: a file by its digest, or words. */
export type Evidence = { readonly fileId: string; readonly sha256: string } | { readonly text: string };

/** Who did the work, or checked it, and the units they belonged to at that moment. */
export interface Party {
  readonly personId: string;
  readonly unitIds: readonly string[];
}

/**
 * Whether those for whom it was done had the word: they said something, the time in which they could has passed, or there is nobody
 * whose word could be asked.
 */
export type Voice = 'HEARD' | 'WINDOW_PASSED' | 'NOBODY_CONCERNED';

/** Public notice of the result was given, or why it was not. */
export type PublicNotice = { readonly given: true } | { readonly given: false; readonly reason: string | null };

/** What must be known of a case before it may be closed off (销号), whatever process it runs through. */
export interface Closing {
  readonly result: string | null;
  readonly evidence: readonly Evidence[];
  readonly executor: Party | null;
  readonly checker: Party | null;
  readonly voice: Voice | null;
  readonly notice: PublicNotice;
}

/** Why a case cannot be closed off. */
export const closingReasons = defineReasons({
  CLOSING_NO_RESULT: '尚未填写办理结果，不能销号。请先由承办单位填报办理结果。',
  CLOSING_NO_EVIDENCE: '没有办理佐证，不能销号。请至少上传一张照片或填写一项文字佐证。',
  CLOSING_NO_EXECUTOR: '没有承办单位和承办人，不能销号。请先办结。',
  CLOSING_NOT_CHECKED: '尚未核查，不能销号。请先由属地社区或镇街核查办理结果。',
  CLOSING_CHECKER_IS_EXECUTOR: '核查人与承办人是同一人，不能销号。请由其他人员重新核查。',
  CLOSING_CHECKER_OF_UNIT: '核查人在承办单位任职，不能销号。请由承办单位以外的人员重新核查。',
  CLOSING_NO_VOICE: '尚未听取群众意见，征求意见的期限也没有结束，不能销号。',
  CLOSING_NO_NOTICE: '请公示办理结果；不公示的，请在“不公示理由”中说明原因（至少10个字）。',
  CLOSING_RELAPSE_LATE: '销号已超过{days}天，不能按反弹重新办理。如有新的情况，请另行提出。',
});
export type ClosingFault = keyof (typeof closingReasons)['sentences'];

const isSaid = (text: string | null): boolean => text !== null && text.trim() !== '';
const isEvidence = (piece: Evidence): boolean =>
  'text' in piece ? isSaid(piece.text) : /^[0-9a-f]{64}$/.test(piece.sha256);
const MIN_REASON = 10;
const isNoticed = (notice: PublicNotice): boolean =>
  notice.given || [...(notice.reason ?? '').trim()].length >= MIN_REASON;

/** Everything that stands against closing off; nothing when the case may be closed off. */
export function closingFaults(closing: Closing): readonly ClosingFault[] {
  const faults: (readonly [boolean, ClosingFault])[] = [
    [!isSaid(closing.result), 'CLOSING_NO_RESULT'],
    [closing.evidence.length === 0 || !closing.evidence.every(isEvidence), 'CLOSING_NO_EVIDENCE'],
    [!closing.executor || closing.executor.unitIds.length === 0, 'CLOSING_NO_EXECUTOR'],
    [!closing.checker, 'CLOSING_NOT_CHECKED'],
    ...partyFaults(closing),
    [closing.voice === null, 'CLOSING_NO_VOICE'],
    [!isNoticed(closing.notice), 'CLOSING_NO_NOTICE'],
  ];
  return faults.flatMap(([stands, fault]) => (stands ? [fault] : []));
}

/** The checker is neither the executor nor of a unit that did the work. */
function partyFaults({ executor, checker }: Closing): readonly (readonly [boolean, ClosingFault])[] {
  if (!executor || !checker) return [];
  return [
    [checker.personId === executor.personId, 'CLOSING_CHECKER_IS_EXECUTOR'],
    [checker.unitIds.some((id) => executor.unitIds.includes(id)), 'CLOSING_CHECKER_OF_UNIT'],
  ];
}

/** Days after closing off within which the same matter goes on under the same number (反弹). */
export const RELAPSE_DAYS = 180;
const DAY = 86_400_000;

/** Is what was closed off at `clearedAt` still the same matter when it comes back? */
export const isRelapse = (clearedAt: Date, now: Date, days: number = RELAPSE_DAYS): boolean =>
  now.getTime() - clearedAt.getTime() <= days * DAY;
