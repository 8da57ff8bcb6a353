import { type Fact, Facts } from '../../../parts/facts.tsx';
import { When } from '../../../parts/when.tsx';
import { RESOURCE_KINDS, RESOURCES } from '../../../texts/resources.ts';
import { Span } from '../../../parts/span.tsx';
import type { Need } from '../need-page.tsx';
import { NEED_OWNERS, NEED_PRIVACIES, NEED_SOURCES, NEED_URGENCIES, NEEDS } from '../needs.texts.ts';

const instant = (label: string, at: string | null | undefined): Fact => [label, at ? <When at={at} /> : null];

const wanted = ({ wantedFrom, wantedUntil }: Need) =>
  wantedFrom && wantedUntil ? <Span startsAt={wantedFrom} endsAt={wantedUntil} /> : NEEDS.anyTime;

/** What is wanted, by whom, until when. */
export function NeedFacts({ need }: { readonly need: Need }) {
  const { ownerKind, unit, source, kind, category, street, community, amount, measure, urgency, privacy } = need;
  return (
    <>
      <p className="case-words">{need.about}</p>
      <Facts
        facts={[
          [NEEDS.owner, [NEED_OWNERS[ownerKind], unit?.shortName].filter(Boolean).join(' ')],
          [NEEDS.source, source && NEED_SOURCES[source]],
          [NEEDS.kind, RESOURCE_KINDS[kind]],
          [NEEDS.category, category.name],
          [NEEDS.amount, RESOURCES.amountOf(amount, measure)],
          [NEEDS.wanted, wanted(need)],
          [NEEDS.urgency, NEED_URGENCIES[urgency]],
          [NEEDS.place, [street.label, community?.label].filter(Boolean).join(' ')],
          [NEEDS.privacy, NEED_PRIVACIES[privacy]],
          [NEEDS.giver, need.giver?.shortName],
          [NEEDS.result, need.result],
          instant(NEEDS.created, need.createdAt),
          instant(NEEDS.published, need.publishedAt),
          instant(NEEDS.sentBack, need.sentBackAt),
          instant(NEEDS.fulfilled, need.fulfilledAt),
        ]}
      />
    </>
  );
}
