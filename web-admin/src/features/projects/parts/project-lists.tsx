import { type CaseLine, ShortList } from '../../../parts/case-list.tsx';
import { When } from '../../../parts/when.tsx';
import { linkOf } from '../../../shell/features.ts';
import { Sheet } from '../../../shell/page.tsx';
import { Span } from '../../../parts/span.tsx';
import type { Project } from '../project-page.tsx';
import { PROJECTS } from '../projects.texts.ts';

const needLine = ({ id, title, stateLabel, light }: Project['needs'][number]): CaseLine => ({
  ...{ id, title, to: linkOf('need', id), state: stateLabel, light: light ?? null },
});

const offerLine = ({ id, title, stateLabel, unit }: Project['offers'][number]): CaseLine => ({
  ...{ id, title, to: linkOf('resourceOffer', id), state: stateLabel, about: [unit.shortName] },
});

const bookingLine = ({ id, stateLabel, offer, ...span }: Project['bookings'][number]): CaseLine => ({
  ...{ id, title: offer?.title ?? PROJECTS.bookings, to: linkOf('booking', id), state: stateLabel },
  about: [<Span key="span" {...span} />],
});

/** The needs that it answers, and what it uses. */
export function ProjectLists({ project: { needs, offers, bookings } }: { readonly project: Project }) {
  return (
    <>
      <Sheet title={PROJECTS.needs}>
        <ShortList lines={needs.map(needLine)} empty={PROJECTS.noNeeds} />
      </Sheet>
      <Sheet title={PROJECTS.offers}>
        <ShortList lines={offers.map(offerLine)} empty={PROJECTS.noOffers} />
      </Sheet>
      {bookings.length > 0 && (
        <Sheet title={PROJECTS.bookings}>
          <ShortList lines={bookings.map(bookingLine)} empty="" />
        </Sheet>
      )}
    </>
  );
}

/** What those for whom it was done said of it. */
export function Voices({ voices }: Pick<Project, 'voices'>) {
  if (voices.length === 0) return null;
  return (
    <Sheet title={PROJECTS.voices}>
      <ul className="plain-lines">
        {voices.map(({ at, asked, pleased, relayed, round, satisfied, text }) => (
          <li key={at}>
            <strong>{satisfied ? PROJECTS.satisfied : PROJECTS.unsatisfied}</strong> {PROJECTS.voice(asked, pleased)}{' '}
            <span className="soft">
              {[PROJECTS.roundOf(round), relayed && PROJECTS.relayed].filter(Boolean).join('，')} <When at={at} />
            </span>
            {text && <p>{text}</p>}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
