import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { Link } from 'react-router';
import { openAction } from '../../../actions/requests.ts';
import { Reading } from '../../../parts/reading.tsx';
import { Sheet } from '../../../shell/page.tsx';
import { RESOURCE_KINDS, RESOURCES } from '../../../texts/resources.ts';
import { type NeedFoundFragment, NeedsMatchesDocument } from '../gql/graphql.ts';
import type { Need } from '../need-page.tsx';
import { NEEDS } from '../needs.texts.ts';
import { Reasons } from './reasons.tsx';
import './needs.css';

interface Props {
  readonly need: Need;
  readonly mayTake: boolean;
}

/** Offers that could answer a need, side by side, the best first. */
export function Matches({ need, mayTake }: Props) {
  const query = useQuery(NeedsMatchesDocument, { variables: { id: need.id } });
  const found = query.data?.need?.matches ?? [];
  if (query.data && found.length === 0 && !mayTake) return null;
  return (
    <Sheet title={NEEDS.matches}>
      <p className="soft">{NEEDS.matchesAbout}</p>
      <Reading query={query}>
        {() =>
          found.length === 0 ? (
            <p>{NEEDS.noMatches}</p>
          ) : (
            <ol className="matches">
              {found.map((match) => (
                <li key={match.offer.id}>
                  <Match match={match} need={need} mayTake={mayTake} />
                </li>
              ))}
            </ol>
          )
        }
      </Reading>
    </Sheet>
  );
}

/** Opens the form with what the need says: when, and this offer. */
function take({ id, version, wantedFrom, wantedUntil }: Need, { offer, unit }: NeedFoundFragment): void {
  openAction({
    mutation: 'needAcceptMatch',
    subject: { id, version },
    fixed: { offerId: offer.id },
    about: NEEDS.takeAbout(offer.title, unit.shortName),
    preset: { from: wantedFrom, to: wantedUntil, parts: 1 },
  });
}

function Match({ match, need, mayTake }: Props & { readonly match: NeedFoundFragment }) {
  const { score, reasons, unit, offer } = match;
  const { id, title, kind, amount, measure, about, conditions, division } = offer;
  return (
    <article className="match" aria-label={title}>
      <h3>
        <Link to={`/offers/${id}`}>{title}</Link>
      </h3>
      <p>
        <meter min={0} max={100} value={score} aria-hidden="true" /> <strong>{NEEDS.score(score)}</strong>
      </p>
      <p>{NEEDS.from(unit.shortName)}</p>
      <p className="soft">{[RESOURCE_KINDS[kind], RESOURCES.amountOf(amount, measure), division.label].join(' · ')}</p>
      <Reasons reasons={reasons} />
      <p className="match-about">{about}</p>
      {conditions && (
        <p className="soft">
          {NEEDS.conditions}
          {conditions}
        </p>
      )}
      {mayTake && (
        <Button type="primary" aria-label={NEEDS.takeNamed(title, unit.shortName)} onClick={() => take(need, match)}>
          {NEEDS.take}
        </Button>
      )}
    </article>
  );
}
