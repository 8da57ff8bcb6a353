import { spellInstant } from '../../parts/instant.ts';
import { PHOTOS } from '../photos.texts.ts';
import { PLACE } from '../place/place.texts.ts';
import type { Order } from './order-page.tsx';
import { ORDER_PAGE } from './order.texts.ts';

/** What was asked, as it was written. */
export function Asked({ order }: { readonly order: Order }) {
  const { category, content, community, grid, estate, wishAt, photos } = order;
  const where = [community.label, grid?.label, estate].filter(Boolean).join(' ');
  const lines = [
    [PLACE.category, category.name],
    [PLACE.content, content],
    [PLACE.where, where],
    [PLACE.wish, wishAt && spellInstant(wishAt)],
  ].filter(([, value]) => value);
  return (
    <section>
      <h2>{ORDER_PAGE.asked}</h2>
      <dl>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {photos.length > 0 && (
        <div className="photos">
          {photos.map(({ id, url, thumbnailUrl }, n) => (
            <a key={id} href={url} target="_blank" rel="noreferrer" aria-label={ORDER_PAGE.photo(n + 1)}>
              <img src={thumbnailUrl} alt={PHOTOS.nth(n + 1)} loading="lazy" />
            </a>
          ))}
        </div>
      )}
    </section>
  );
}

/** What was said of it. */
export function Ratings({ order: { ratings } }: { readonly order: Order }) {
  if (ratings.length === 0) return null;
  return (
    <section className="card">
      <h2>{ORDER_PAGE.rating}</h2>
      {ratings.map(({ round, satisfied, score, text, at }) => (
        <p key={`${String(round)}${at}`}>
          <strong>{satisfied ? ORDER_PAGE.satisfied : ORDER_PAGE.unsatisfied}</strong>{' '}
          {score !== null && (
            <span role="img" aria-label={ORDER_PAGE.stars(score)}>
              {'★'.repeat(score)}
              {'☆'.repeat(5 - score)}
            </span>
          )}{' '}
          {text}
        </p>
      ))}
    </section>
  );
}
