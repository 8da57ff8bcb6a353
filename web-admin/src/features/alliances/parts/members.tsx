import { useMemo } from 'react';
import { useQuery } from '@apollo/client/react';
import type { CaseLine } from '../../../parts/case-list.tsx';
import { spellDay } from '../../../parts/instant.ts';
import { PagedCases } from '../../../parts/paged-cases.tsx';
import { type Connection, usePages } from '../../../parts/use-pages.ts';
import { When } from '../../../parts/when.tsx';
import { linkOf } from '../../../shell/features.ts';
import { ALLIANCES } from '../alliances.texts.ts';
import {
  AlliancesClaimsDocument,
  type AlliancesClaimsQuery,
  AlliancesMembersDocument,
  type AlliancesMembersQuery,
} from '../gql/graphql.ts';

interface Props {
  readonly alliance: string;
  readonly division: string;
}

type Member = NonNullable<AlliancesMembersQuery['alliance']>['of']['nodes'][number];
type Claim = AlliancesClaimsQuery['projectClaims'][number];

const NONE: Connection<Member> = { nodes: [], pageInfo: { hasNextPage: false } };
const pick = ({ alliance }: AlliancesMembersQuery): Connection<Member> =>
  alliance ? { nodes: alliance.of.nodes, pageInfo: alliance.of.pageInfo } : NONE;

/** The members, how their agreements stand, and whether each does its part this year. */
export function Members({ alliance, division }: Props) {
  const variables = useMemo(() => ({ id: alliance }), [alliance]);
  const list = usePages(AlliancesMembersDocument, { variables, pick });
  const { data } = useQuery(AlliancesClaimsDocument, { variables: { division } });
  const claimOf = (unit: string) => data?.projectClaims.find(({ unitId }) => unitId === unit);
  return (
    <PagedCases list={list} lineOf={(member) => lineOf(member, claimOf(member.unit.id))} empty={ALLIANCES.noMembers} />
  );
}

function saidClaims(claim: Claim | undefined): string | null {
  if (!claim) return null;
  return claim.claimed > 0 ? ALLIANCES.claims(claim.claimed, claim.cleared) : ALLIANCES.noClaims;
}

/** How the agreement stands by which the unit is a member. */
const standing = (agreement: Member['agreement']): Pick<CaseLine, 'state' | 'light'> =>
  agreement ? { state: agreement.stateLabel, light: agreement.light } : {};

const saidAgreement = (agreement: Member['agreement']) =>
  agreement ? [ALLIANCES.ends(spellDay(agreement.endsOn)), agreement.warnedAt && ALLIANCES.warned] : [];

const lineOf = ({ unit, since, agreement }: Member, claim: Claim | undefined): CaseLine => ({
  ...{ id: unit.id, title: unit.name, ...standing(agreement) },
  to: agreement ? linkOf('agreement', agreement.id) : linkOf('unit', unit.id),
  about: [
    <span key="since">
      <When day at={since} /> {ALLIANCES.since}
    </span>,
    ...saidAgreement(agreement),
    unit.state === 'SUSPENDED' && ALLIANCES.suspended,
    saidClaims(claim),
  ],
});
