import type { NeedReasonFragment } from '../gql/graphql.ts';
import { NEEDS } from '../needs.texts.ts';
import './needs.css';

/** Why an offer fits, in words: each reason with its sign and its points. */
export function Reasons({ reasons }: { readonly reasons: readonly NeedReasonFragment[] }) {
  return (
    <ul className="match-reasons">
      {reasons.map(({ fit, label, points }) => (
        <li key={fit} data-for={points > 0}>
          <span aria-hidden="true">{points > 0 ? '✓' : '×'}</span>
          <span className="unseen">{points > 0 ? NEEDS.speaksFor : NEEDS.speaksAgainst}</span>
          <span>{label}</span>
          <span className="soft">{NEEDS.points(points)}</span>
        </li>
      ))}
    </ul>
  );
}
