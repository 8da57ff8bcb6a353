import type { ReactNode } from 'react';
import { type Fact, Facts } from '../../../parts/facts.tsx';
import { spellDay } from '../../../parts/instant.ts';
import { Named } from '../../../parts/named.tsx';
import { When } from '../../../parts/when.tsx';
import type { Agreement } from '../agreement-page.tsx';
import { AGREEMENTS, SIDES } from '../agreements.texts.ts';
import { saidTerm } from './term.ts';

const instant = (label: string, at: string | null | undefined): Fact => [label, at ? <When at={at} /> : null];

const termOf = (agreement: Agreement): ReactNode => {
  const left = saidTerm(agreement);
  return (
    <>
      {AGREEMENTS.termOf(spellDay(agreement.startsOn), spellDay(agreement.endsOn))}
      {left && <strong>（{left}）</strong>}
    </>
  );
};

/** What one side has proposed and the other has not answered. */
const pending = (agreement: Agreement): readonly Fact[] => {
  const { turnSide, signedSide, amendmentNo, amendmentSide, renewalSide, renewalEndsOn, state } = agreement;
  return [
    [AGREEMENTS.turn, state === 'NEGOTIATING' && turnSide ? SIDES[turnSide] : null],
    [AGREEMENTS.signed, signedSide ? SIDES[signedSide] : null],
    [AGREEMENTS.amendment, amendmentSide ? AGREEMENTS.amendmentOf(SIDES[amendmentSide], amendmentNo ?? 0) : null],
    [
      AGREEMENTS.renewal,
      renewalSide && renewalEndsOn ? AGREEMENTS.renewalOf(SIDES[renewalSide], spellDay(renewalEndsOn)) : null,
    ],
  ];
};

const notice = ({ noticeSide, noticeEndsAt }: Agreement): ReactNode =>
  noticeSide && (
    <>
      {AGREEMENTS.noticeOf(SIDES[noticeSide])} <When at={noticeEndsAt} />
    </>
  );

/** The parties, the term, and what waits for an answer. */
export function AgreementFacts({ agreement }: { readonly agreement: Agreement }) {
  const { alliance, unit, street, community } = agreement;
  return (
    <Facts
      facts={[
        [AGREEMENTS.alliance, <Named key="alliance" noun="alliance" id={alliance.id} name={alliance.name} />],
        [AGREEMENTS.unit, <Named key="unit" noun="unit" id={unit.id} name={unit.name} />],
        [AGREEMENTS.place, [street.label, community?.label].filter(Boolean).join(' ')],
        [AGREEMENTS.term, termOf(agreement)],
        ...pending(agreement),
        [AGREEMENTS.notice, notice(agreement)],
        [AGREEMENTS.allianceLiaison, agreement.allianceLiaison],
        [AGREEMENTS.unitLiaison, agreement.unitLiaison],
        [AGREEMENTS.activeAt, agreement.activeAt && <When day at={agreement.activeAt} />],
        instant(AGREEMENTS.endedAt, agreement.endedAt),
        instant(AGREEMENTS.reviewed, agreement.reviewedAt),
        instant(AGREEMENTS.warnedAt, agreement.warnedAt),
        [AGREEMENTS.template, agreement.template],
        [AGREEMENTS.drafter, agreement.drafter],
      ]}
    />
  );
}
