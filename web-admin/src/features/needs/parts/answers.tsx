import { Link } from 'react-router';
import { StateTag } from '../../../parts/state-tag.tsx';
import { When } from '../../../parts/when.tsx';
import { Span } from '../../../parts/span.tsx';
import type { NeedAnswerFragment } from '../gql/graphql.ts';
import { NEEDS } from '../needs.texts.ts';
import { Reasons } from './reasons.tsx';

/** What was accepted for a need, the last first, and why. */
export function Answers({ answers }: { readonly answers: readonly NeedAnswerFragment[] }) {
  return (
    <ul className="plain-lines">
      {answers.map((answer) => (
        <li key={answer.at}>
          <Answer answer={answer} />
        </li>
      ))}
    </ul>
  );
}

function Answer({ answer }: { readonly answer: NeedAnswerFragment }) {
  const { offer, unit, score, at, endedAt, reasons } = answer;
  return (
    <>
      <strong>{offer ? <Link to={`/offers/${offer.id}`}>{offer.title}</Link> : NEEDS.project}</strong>{' '}
      <span className="soft">
        {NEEDS.from(unit.shortName)} <When at={at} />
      </span>
      {endedAt && (
        <p className="soft">
          {NEEDS.ended} <When at={endedAt} />
        </p>
      )}
      <Consequence answer={answer} />
      {score !== null && score !== undefined && (
        <details>
          <summary>{NEEDS.score(score)}</summary>
          <Reasons reasons={reasons} />
        </details>
      )}
    </>
  );
}

/** What followed: a time that is held, or an order. */
function Consequence({ answer: { booking, order } }: { readonly answer: NeedAnswerFragment }) {
  return (
    <>
      {booking && (
        <p>
          <Link to={`/bookings/${booking.id}`}>{NEEDS.booking}</Link> <Span {...booking} />{' '}
          <StateTag label={booking.stateLabel} />
        </p>
      )}
      {order && (
        <p>
          <Link to={`/orders/${order.id}`}>
            {NEEDS.order} {order.title ?? order.number}
          </Link>{' '}
          <StateTag label={order.stateLabel} />
        </p>
      )}
    </>
  );
}
