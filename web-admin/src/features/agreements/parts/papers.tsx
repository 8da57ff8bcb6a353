import { When } from '../../../parts/when.tsx';
import { Sheet } from '../../../shell/page.tsx';
import type { Agreement } from '../agreement-page.tsx';
import { AGREEMENTS, PAPERS, SIDES, VERDICTS } from '../agreements.texts.ts';

/** Who signed what. */
export function Signatures({ signatures }: Pick<Agreement, 'signatures'>) {
  if (signatures.length === 0) return null;
  return (
    <Sheet title={AGREEMENTS.signatures}>
      <ul className="plain-lines">
        {signatures.map(({ revision, paper, side, person, post, at }) => (
          <li key={`${String(revision)}:${side}`}>
            <strong>{AGREEMENTS.signature(PAPERS[paper], SIDES[side])}</strong>{' '}
            <span className="soft">
              {[post, person].filter(Boolean).join(' ')} <When at={at} />
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** Year by year: what the sides say that they did, and what the street found. */
export function Fulfilment({ agreement: { statements, reviews } }: { readonly agreement: Agreement }) {
  const rounds = [...new Set([...statements, ...reviews].map(({ round }) => round))].toSorted((a, b) => b - a);
  if (rounds.length === 0) return null;
  return (
    <Sheet title={AGREEMENTS.fulfilment}>
      {rounds.map((round) => (
        <section key={round} aria-label={AGREEMENTS.round(round)}>
          <h3 className="fulfilment-round">{AGREEMENTS.round(round)}</h3>
          {reviews
            .filter((review) => review.round === round)
            .map(({ verdict, remark, at }) => (
              <p key={at}>
                <strong>{VERDICTS[verdict]}</strong> <When at={at} /> {remark}
              </p>
            ))}
          {statements
            .filter((statement) => statement.round === round)
            .map((statement) => (
              <Statement key={statement.side} statement={statement} />
            ))}
        </section>
      ))}
    </Sheet>
  );
}

function Statement({
  statement: { side, items, remark, at },
}: {
  readonly statement: Agreement['statements'][number];
}) {
  return (
    <details className="agreement-version">
      <summary>
        {AGREEMENTS.stated(SIDES[side])} <When at={at} />
      </summary>
      <ul className="plain-lines">
        {items.map(({ promised, done }, index) => (
          <li key={index}>
            {AGREEMENTS.promised}
            {promised}
            <p>
              {AGREEMENTS.done}
              {done}
            </p>
          </li>
        ))}
      </ul>
      {remark && <p>{remark}</p>}
    </details>
  );
}
