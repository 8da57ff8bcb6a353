import { useQuery } from '@apollo/client/react';
import { useScopes } from '../../parts/alliance/use-scopes.ts';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Named } from '../../parts/named.tsx';
import { Reading } from '../../parts/reading.tsx';
import { Nothing } from '../../parts/standing.tsx';
import { useAddress } from '../../parts/use-address.ts';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { FILTERS } from '../../texts/filters.ts';
import { COVERAGE } from './coverage.texts.ts';
import { CoverageBalanceDocument, type CoverageBalanceQuery } from './gql/graphql.ts';
import './coverage.css';

type Unit = CoverageBalanceQuery['appointmentBalance'][number];

const NAMES = ['scope'] as const;

/** How many each unit has sent into communities, and how many it has received. */
export function Page() {
  const { given, choose, clear } = useAddress(NAMES);
  const scopes = useScopes('all');
  const { division = null } = scopes.filterOf(given.scope);
  const query = useQuery(CoverageBalanceDocument, { variables: { filter: { division } } });
  const choosers = [
    { name: 'scope' as const, label: FILTERS.scope, choices: scopes.choices, usual: scopes.usual, width: 240 },
  ];
  return (
    <PageFrame title={COVERAGE.balance} about={COVERAGE.balanceAbout}>
      <FilterBar label={COVERAGE.filters} {...{ given, choose, clear, choosers }} />
      <Reading query={query}>{({ appointmentBalance }) => <Table units={appointmentBalance} />}</Reading>
    </PageFrame>
  );
}

function Table({ units }: { readonly units: readonly Unit[] }) {
  if (units.length === 0) return <Nothing text={COVERAGE.noBalance} />;
  const { unit, sent, received, mutual } = COVERAGE;
  return (
    <Sheet>
      <div className="matrix-frame">
        <table className="matrix">
          <caption className="unseen">{COVERAGE.balanceAbout}</caption>
          <thead>
            <tr>
              {[unit, sent, received, mutual].map((label) => (
                <th scope="col" key={label}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map((one) => (
              <tr key={one.unitId}>
                <th scope="row">
                  <Named noun="unit" id={one.unitId} name={one.unitName} />
                </th>
                <td>{COVERAGE.people(one.sent)}</td>
                <td>{COVERAGE.people(one.received)}</td>
                <td>{one.mutual ? `● ${COVERAGE.yes}` : COVERAGE.no}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  );
}
