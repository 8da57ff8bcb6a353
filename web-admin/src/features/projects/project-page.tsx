import { useParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { CaseActions } from '../../actions/case-actions.tsx';
import type { Values } from '../../actions/form.ts';
import { CaseMarks } from '../../parts/case-marks.tsx';
import { Missing, Reading } from '../../parts/reading.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { useCaseNews } from '../../shell/use-case-news.ts';
import { Photos } from '../../parts/orders/photos.tsx';
import { ProjectsOneDocument, type ProjectsOneQuery } from './gql/graphql.ts';
import { Parties } from './parts/parties.tsx';
import { Progress } from './parts/progress.tsx';
import { ProjectFacts } from './parts/project-facts.tsx';
import { ProjectLists, Voices } from './parts/project-lists.tsx';
import { PROJECTS } from './projects.texts.ts';

export type Project = NonNullable<ProjectsOneQuery['project']>;

/** One project: why, what is done, by whom, and how far it is. */
export function Page() {
  const { id = '' } = useParams();
  const query = useQuery(ProjectsOneDocument, { variables: { id } });
  useCaseNews('project', 'booking');
  return (
    <Reading query={query}>
      {({ project }) => (project ? <Shown project={project} /> : <Missing text={PROJECTS.missing} />)}
    </Reading>
  );
}

const ids = (cases: readonly { readonly id: string }[]) => cases.map(({ id }) => id);

const presetsOf = ({ needs, offers, title, goal, measures, dueOn, beneficiaries }: Project) =>
  ({
    edit: { title, goal, measures, dueOn, beneficiaries, needs: ids(needs), offers: ids(offers) },
  }) satisfies Readonly<Record<string, Values>>;

// Each step of the plan has buttons of its own.
const OF_STEPS = ['reachMilestone', 'dropMilestone'];

function Shown({ project }: { readonly project: Project }) {
  const { title, photos, events } = project;
  return (
    <PageFrame
      title={title}
      about={<CaseMarks of={project} />}
      actions={<CaseActions of={project} presets={presetsOf(project)} without={OF_STEPS} />}
    >
      <div className="case-sheets">
        <div>
          <Sheet title={PROJECTS.progress}>
            <Progress project={project} />
          </Sheet>
          <Sheet title={PROJECTS.facts}>
            <ProjectFacts project={project} />
            <Photos photos={photos} />
          </Sheet>
          <ProjectLists project={project} />
        </div>
        <div>
          <Sheet title={PROJECTS.parties}>
            <Parties project={project} />
          </Sheet>
          <Voices voices={project.voices} />
          {events.length > 0 && (
            <Sheet title={PROJECTS.timeline}>
              <Timeline events={events} />
            </Sheet>
          )}
        </div>
      </div>
    </PageFrame>
  );
}
