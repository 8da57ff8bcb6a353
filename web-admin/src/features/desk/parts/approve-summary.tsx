import { When } from '../../../parts/when.tsx';
import { DESK } from '../desk.texts.ts';
import type { ApprovePartProps } from './approve-fields.tsx';
import { endOfDay } from './use-approval.ts';

/** What the approval sets going, in words. */
export function ApproveSummary({
  value,
  prospect: { reached, prospect, known },
}: Pick<ApprovePartProps, 'value' | 'prospect'>) {
  if (!known || !prospect) return null;
  const { count, names } = reached[value.audience];
  const limit = prospect.finish.find(({ urgency }) => urgency === value.urgency);
  const until = value.finishBy ? endOfDay(value.finishBy) : limit?.finishBy;
  return (
    <div className="approve-summary" role="status" aria-live="polite">
      <strong>{DESK.summary}</strong>
      <p>{DESK.summaryText(count)}</p>
      <p className="soft">{DESK.reachNames(names, count)}</p>
      <p>
        {DESK.claimBy} <When at={prospect.claimBy} />
      </p>
      <p>
        {DESK.finish} <When at={until} />
      </p>
    </div>
  );
}
