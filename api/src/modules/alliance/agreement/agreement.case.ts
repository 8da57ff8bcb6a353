import { dayOf, endOfDay, startOfDay } from '../../../kernel/calendar.ts';
import { defineCase, type DutyLimit } from '../../../platform/process/case.ts';
import { verbsOf } from '../../../platform/process/verb.ts';
import { agreementNotices } from './agreement.notices.ts';
import { isVisible, relationsOf, seesText } from './agreement.policy.ts';
import { agreementProcess } from './agreement.process.ts';
import { AgreementSchema, type AgreementRow } from './agreement.row.ts';
import { Agreement, agreementById } from './agreement.shape.ts';
import { daysBefore, endOf, NEAR_END_DAYS } from './agreement.term.ts';

/** Ends that the agreement itself sets, by duty. */
const LIMITS: Readonly<Record<string, (row: AgreementRow, now: Date) => DutyLimit | null>> = {
  takeEffect: (row) => startOfDay(row.startsOn),
  nearEnd: (row) => daysBefore(endOf(row), NEAR_END_DAYS),
  expire: endOf,
  endByNotice: (row) => row.noticeEndsAt ?? null,
  review: reviewDue,
  acceptAmendment: (row) => (row.amendmentSide ? null : 'NONE'),
  acceptRenewal: (row) => (row.renewalSide ? null : 'NONE'),
};

const YEAR_DAYS = 365;
/** So long before the end of the term the last review is due, unless another one was held within half a year. */
const LAST_REVIEW_DAYS = 30;

/** A year after the last review, and once more before the term ends. */
function reviewDue(row: AgreementRow, now: Date): DutyLimit {
  const last = row.reviewedAt ?? row.activeAt ?? now;
  const yearly = endOfDay(dayOf(daysBefore(last, -YEAR_DAYS)));
  const final = daysBefore(endOf(row), LAST_REVIEW_DAYS);
  if (yearly <= final) return yearly;
  return daysBefore(final, YEAR_DAYS / 2) > last ? final : 'NONE';
}

export const agreementCase = defineCase<AgreementRow, null>({
  process: agreementProcess,
  row: AgreementSchema,
  type: () => Agreement.type,
  shown: agreementById,
  policy: {
    links: () => Promise.resolve(null),
    relations: relationsOf,
    visible: isVisible,
    seesFile: seesText,
  },
  places: ({ districtCode: district, streetCode: street, communityCode }) => ({
    ...{ district, street, community: communityCode ?? null, grid: null },
  }),
  // The unit hears nothing of a draft.
  concerned: (row) => ({
    unitIds: row.versionNo > 0 ? [row.unitId] : [],
    personIds: [row.allianceLiaisonId ?? [], (row.versionNo > 0 && row.unitLiaisonId) || []].flat(),
  }),
  limit: (action, row, { now }) => Promise.resolve(LIMITS[action]?.(row, now) ?? null),
  notices: agreementNotices,
  headline: ({ title }) => title,
});

export const { verb: agreementVerb, opens: agreementOpens } = verbsOf(agreementCase, agreementProcess);
