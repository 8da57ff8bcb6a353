import { useEffect, useMemo } from 'react';
import { useQuery } from '@apollo/client/react';
import { usePages } from '../../../parts/use-pages.ts';
import {
  type AppointmentState,
  CoverageMatrixDocument,
  CoverageStreetsDocument,
  CoverageUnderWayDocument,
  type CoverageUnderWayQuery,
} from '../gql/graphql.ts';
import { cellsOf } from './rows.ts';

const UNDER_WAY: readonly AppointmentState[] = [
  ...(['SEAT_OPEN', 'NOMINATED', 'STUDIED', 'APPROVED', 'IN_NOTICE', 'APPOINTED', 'ACCEPTED'] as const),
];
const appointmentsOf = ({ appointments }: CoverageUnderWayQuery) => appointments;

/** Who is on the way, all of them: a picture with some of them missing would be wrong. */
function useUnderWay(division: string | null) {
  const variables = useMemo(
    () => ({ filter: { direction: 'INBOUND' as const, states: [...UNDER_WAY], ...(division && { division }) } }),
    [division],
  );
  const { nodes, hasMore, busy, failed, more } = usePages(CoverageUnderWayDocument, {
    variables,
    pick: appointmentsOf,
  });
  useEffect(() => {
    if (hasMore && !busy && !failed) more();
  }, [hasMore, busy, failed, more]);
  return nodes;
}

function useStreetNames(): ReadonlyMap<string, string> {
  const { data } = useQuery(CoverageStreetsDocument, { fetchPolicy: 'cache-first' });
  return useMemo(
    () => new Map([...(data?.streets.nodes ?? []), ...(data?.towns.nodes ?? [])].map((one) => [one.code, one.label])),
    [data],
  );
}

/** The cells of a division, and what its streets are called. */
export function useCoverage(division: string | null) {
  const query = useQuery(CoverageMatrixDocument, { variables: { filter: { division } } });
  const underWay = useUnderWay(division);
  const names = useStreetNames();
  const figures = query.data?.appointmentCoverage;
  return { query, names, cells: useMemo(() => cellsOf(figures ?? [], underWay), [figures, underWay]) };
}
