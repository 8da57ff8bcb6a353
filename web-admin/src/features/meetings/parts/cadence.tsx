import { useQuery } from '@apollo/client/react';
import { CaseList, type CaseLine } from '../../../parts/case-list.tsx';
import { watches } from '../../../parts/figures/watches.ts';
import { spellDay } from '../../../parts/instant.ts';
import { linkOf } from '../../../shell/features.ts';
import { Sheet } from '../../../shell/page.tsx';
import { useViewer } from '../../../shell/viewer.tsx';
import { MeetingsFiguresDocument, type MeetingsFiguresQuery } from '../gql/graphql.ts';
import { MEETINGS } from '../meetings.texts.ts';

type Figure = MeetingsFiguresQuery['meetingFigures'][number];

/** How many regular meetings each alliance has held, and how many its cadence asks for. */
export function Cadence({ division }: { readonly division: string | null }) {
  const may = watches(useViewer());
  const { data } = useQuery(MeetingsFiguresDocument, { variables: { filter: { division } }, skip: !may });
  const figures = data?.meetingFigures ?? [];
  if (figures.length === 0) return null;
  return (
    <Sheet title={MEETINGS.cadence}>
      <CaseList lines={figures.toSorted((one, other) => Number(other.behind) - Number(one.behind)).map(lineOf)} />
    </Sheet>
  );
}

const lineOf = ({ allianceId, alliance, perYear, held, expected, lastHeldOn, behind }: Figure): CaseLine => ({
  ...{ id: allianceId, title: alliance, to: linkOf('alliance', allianceId), light: behind ? 'RED' : 'GREEN' },
  state: behind ? MEETINGS.behind : MEETINGS.onTime,
  about: [
    MEETINGS.heldOf(held, expected),
    MEETINGS.perYear(perYear),
    lastHeldOn ? MEETINGS.lastHeld(spellDay(lastHeldOn)) : MEETINGS.neverHeld,
  ],
});
