import { Facts } from '../../../parts/facts.tsx';
import { Named } from '../../../parts/named.tsx';
import { When } from '../../../parts/when.tsx';
import type { Project } from '../project-page.tsx';
import { PROJECTS } from '../projects.texts.ts';

/** Who proposed it, who does it, and from which meeting it came. */
export function Parties({ project: { proposer, unit, claimedAt, resolution } }: { readonly project: Project }) {
  return (
    <Facts
      facts={[
        [
          PROJECTS.proposer,
          proposer ? <Named noun="unit" id={proposer.id} name={proposer.name} /> : PROJECTS.proposedByOffice,
        ],
        [PROJECTS.claimer, unit ? <Named noun="unit" id={unit.id} name={unit.shortName} /> : PROJECTS.unclaimed],
        [PROJECTS.claimed, claimedAt && <When at={claimedAt} />],
        [PROJECTS.resolution, resolution && <Named noun="resolution" id={resolution.id} name={resolution.text} />],
      ]}
    />
  );
}
