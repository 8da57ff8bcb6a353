import { useQuery } from '@apollo/client/react';
import { type CaseLine, ShortList } from '../../../parts/case-list.tsx';
import { spellDay } from '../../../parts/instant.ts';
import { Reading } from '../../../parts/reading.tsx';
import { When } from '../../../parts/when.tsx';
import { linkOf } from '../../../shell/features.ts';
import { Sheet } from '../../../shell/page.tsx';
import { titleOf } from '../../../parts/orders/order-marks.tsx';
import { AGREEMENTS } from '../agreements.texts.ts';
import {
  AgreementsListsDocument,
  type AgreementsListsQuery,
  AgreementsOwedDocument,
  type AgreementsOwedQuery,
} from '../gql/graphql.ts';

interface Parties {
  readonly unit: string;
  readonly division: string;
}

type Lists = AgreementsListsQuery;

const offerLine = ({ id, title, stateLabel, amount, measure }: Lists['resourceOffers']['nodes'][number]): CaseLine => ({
  ...{ id, title, to: linkOf('resourceOffer', id), state: stateLabel },
  about: [AGREEMENTS.amount(amount, measure)],
});

const needLine = (
  own: string,
  { id, title, stateLabel, light, unit, giver }: Lists['needs']['nodes'][number],
): CaseLine => ({
  ...{ id, title, to: linkOf('need', id), state: stateLabel, light: light ?? null },
  about: [unit?.id === own && AGREEMENTS.ownNeed, giver && AGREEMENTS.given(giver.shortName)],
});

const projectLine = ({ id, title, stateLabel, light, dueOn }: Lists['projects']['nodes'][number]): CaseLine => ({
  ...{ id, title, to: linkOf('project', id), state: stateLabel, light: light ?? null },
  about: [AGREEMENTS.due(spellDay(dueOn))],
});

/** 资源清单、需求清单、项目清单 of the unit in this street or community. */
export function ThreeLists(parties: Parties) {
  const query = useQuery(AgreementsListsDocument, { variables: parties });
  return (
    <Reading query={query}>
      {({ resourceOffers, needs, projects }) => (
        <>
          <Sheet title={AGREEMENTS.offers}>
            <ShortList lines={resourceOffers.nodes.map(offerLine)} empty={AGREEMENTS.noOffers} />
          </Sheet>
          <Sheet title={AGREEMENTS.needs}>
            <ShortList lines={needs.nodes.map((need) => needLine(parties.unit, need))} empty={AGREEMENTS.noNeeds} />
          </Sheet>
          <Sheet title={AGREEMENTS.projects}>
            <ShortList lines={projects.nodes.map(projectLine)} empty={AGREEMENTS.noProjects} />
          </Sheet>
        </>
      )}
    </Reading>
  );
}

function owedLines({ orders, bookings, projects }: AgreementsOwedQuery, own: string): readonly CaseLine[] {
  return [
    ...orders.nodes.map((order) => ({
      ...{ id: order.id, title: AGREEMENTS.order(titleOf(order)), to: linkOf('order', order.id) },
      ...{ state: order.stateLabel, light: order.light ?? null },
    })),
    ...projects.nodes
      .filter(({ unit }) => unit?.id === own)
      .map((project) => ({ ...projectLine(project), title: AGREEMENTS.project(project.title) })),
    ...bookings.nodes.map(({ id, stateLabel, endsAt, offer }) => ({
      ...{ id, title: AGREEMENTS.booking(offer?.title ?? ''), to: linkOf('booking', id), state: stateLabel },
      about: [
        <span key="until">
          <When at={endsAt} /> {AGREEMENTS.bookingUntil}
        </span>,
      ],
    })),
  ];
}

/** What the unit has taken on here and not brought to its end. */
export function UnitOwes(parties: Parties) {
  const query = useQuery(AgreementsOwedDocument, { variables: parties });
  return (
    <Sheet title={AGREEMENTS.owed}>
      <Reading query={query}>
        {(data) => {
          const lines = owedLines(data, parties.unit);
          return (
            <>
              <ShortList lines={lines} empty={AGREEMENTS.owesNothing} />
              {lines.length > 0 && <p className="soft">{AGREEMENTS.owedAbout}</p>}
            </>
          );
        }}
      </Reading>
    </Sheet>
  );
}
