import { useCallback } from 'react';
import { useLive } from '../../shell/live.ts';
import { actsAs, useViewer } from '../../shell/viewer.tsx';
import { PartsDeskNewsDocument, type PartsDeskNewsSubscription, PartsHallNewsDocument } from '../gql/graphql.ts';

export type OrderNews = PartsDeskNewsSubscription['reviewDesk'];

const unit = actsAs('UNIT_LIAISON', 'UNIT_LEAD');
const official = actsAs(
  ...(['STREET_REVIEWER', 'STREET_COMMITTEE', 'COMMUNITY_WORKER', 'COMMUNITY_SECRETARY'] as const),
  ...(['GRID_WORKER', 'GRID_SECRETARY', 'SUPERVISOR', 'DISTRICT_LEADER'] as const),
);

/** News of orders, from where the viewer's role hears of them. */
export function useOrderNews(onNews: (news: OrderNews) => void): void {
  const viewer = useViewer();
  const desk = useCallback(({ reviewDesk }: PartsDeskNewsSubscription) => onNews(reviewDesk), [onNews]);
  useLive(PartsDeskNewsDocument, { onNotice: desk, skip: !official(viewer) });
  useLive(PartsHallNewsDocument, { onNotice: ({ claimHall }) => onNews(claimHall), skip: !unit(viewer) });
}
