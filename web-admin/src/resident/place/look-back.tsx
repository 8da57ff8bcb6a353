import { ResidentCategoriesDocument } from '../gql/graphql.ts';
import { spellInstant } from '../../parts/instant.ts';
import { useSession } from '../session.tsx';
import { useAsked } from '../use-asked.ts';
import type { OrderDraft } from './draft.ts';
import { PLACE } from './place.texts.ts';

interface LookBackProps {
  readonly draft: OrderDraft;
  readonly turnTo: (step: number) => void;
}

type Line = readonly [name: string, value: string];

/** What the category is called. */
function useCategory(code: OrderDraft['category']): string {
  const { data } = useAsked(ResidentCategoriesDocument, {});
  return data?.serviceCategories.find((one) => one.code === code)?.name ?? '';
}

/** How the resident can be reached. */
function useReached(): string {
  const contact = useSession().self?.contact;
  return [contact?.name, contact?.phone].filter(Boolean).join('，');
}

/** Everything once more, before it is sent. */
export function LookBack({ draft, turnTo }: LookBackProps) {
  const category = useCategory(draft.category);
  const reached = useReached();
  const consent = (given: boolean) => (given ? PLACE.yes : PLACE.no);
  const parts: readonly (readonly Line[])[] = [
    [
      [PLACE.category, category],
      [PLACE.content, draft.content],
      [PLACE.photos, PLACE.photosN(draft.photos.length)],
    ],
    [
      [PLACE.where, draft.placeLabel],
      [PLACE.estate, draft.estate || PLACE.none],
      [PLACE.door, draft.door || PLACE.none],
    ],
    [
      [PLACE.contact, reached],
      [PLACE.wish, draft.wishAt ? spellInstant(`${draft.wishAt}:00+08:00`) : PLACE.none],
      [PLACE.consent1, consent(draft.contactConsent)],
      [PLACE.consent2, consent(draft.publishConsent)],
    ],
  ];
  return (
    <>
      <p>{PLACE.sure}</p>
      {parts.map((lines, step) => (
        <section key={PLACE.steps[step]} className="card">
          <h2>{PLACE.steps[step]}</h2>
          <dl>
            {lines.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <button type="button" aria-label={PLACE.changeOf(PLACE.steps[step]!)} onClick={() => turnTo(step)}>
            {PLACE.change}
          </button>
        </section>
      ))}
    </>
  );
}
