import { type Fact, Facts } from '../../../parts/facts.tsx';
import { spellDay } from '../../../parts/instant.ts';
import { When } from '../../../parts/when.tsx';
import type { Project } from '../project-page.tsx';
import { PROJECTS } from '../projects.texts.ts';

const instant = (label: string, at: string | null | undefined): Fact => [label, at ? <When at={at} /> : null];
const times = (count: number) => (count > 0 ? String(count) : null);

/** Why it is done, what is done, and what came of it. */
export function ProjectFacts({ project }: { readonly project: Project }) {
  const { street, community, pausedUntil, served, round } = project;
  return (
    <Facts
      facts={[
        [PROJECTS.goal, project.goal],
        [PROJECTS.measures, project.measures],
        [PROJECTS.place, [street.label, community?.label].filter(Boolean).join(' ')],
        [PROJECTS.dueOn, spellDay(project.dueOn)],
        [PROJECTS.beneficiaries, String(project.beneficiaries)],
        [PROJECTS.served, served === null || served === undefined ? null : String(served)],
        [PROJECTS.result, project.result],
        [PROJECTS.pausedUntil, pausedUntil && spellDay(pausedUntil)],
        [PROJECTS.extended, times(project.extendCount)],
        [PROJECTS.reworked, times(project.reworkCount)],
        [PROJECTS.round, round > 1 ? PROJECTS.roundOf(round) : null],
        instant(PROJECTS.created, project.createdAt),
        instant(PROJECTS.delivered, project.deliveredAt),
        instant(PROJECTS.appraised, project.appraisedAt),
        instant(PROJECTS.cleared, project.clearedAt),
        [PROJECTS.serial, project.serial],
      ]}
    />
  );
}
