import { Button } from 'antd';
import { openAction } from '../../../actions/requests.ts';
import { dayOf, spellDay } from '../../../parts/instant.ts';
import type { ProjectState, ProjectStepFragment } from '../gql/graphql.ts';
import type { Project } from '../project-page.tsx';
import { PROJECT_STATES, PROJECTS } from '../projects.texts.ts';
import './projects.css';

const PATH: readonly ProjectState[] = [
  'PROPOSED',
  'AGREED',
  'CLAIMED',
  'EXECUTING',
  'DELIVERED',
  'APPRAISED',
  'CLEARED',
];

/** How far a project is: on its way, and in its plan. */
export function Progress({ project }: { readonly project: Project }) {
  const { milestones } = project;
  const done = milestones.filter(({ doneOn }) => doneOn).length;
  return (
    <>
      <Path state={project.state} />
      {milestones.length === 0 ? (
        <p className="soft">{PROJECTS.noSteps}</p>
      ) : (
        <>
          <p className="step-count">
            <progress max={milestones.length} value={done} aria-hidden="true" />{' '}
            {PROJECTS.steps(done, milestones.length)}
          </p>
          <ol className="plain-lines">
            {milestones.map((step) => (
              <li key={step.id}>
                <Step step={step} project={project} />
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

/** The states on the way to the end, with the one in which it is. */
function Path({ state }: Pick<Project, 'state'>) {
  const at = PATH.indexOf(state === 'PAUSED' ? 'EXECUTING' : state);
  if (at < 0) return null;
  return (
    <ol className="project-path" aria-label={PROJECTS.path}>
      {PATH.map((one, index) => (
        <li key={one} data-passed={index < at} aria-current={index === at ? 'step' : undefined}>
          {PROJECT_STATES[index === at ? state : one]}
          <span className="unseen">{saidPlace(index, at)}</span>
        </li>
      ))}
    </ol>
  );
}

function saidPlace(index: number, at: number): string {
  if (index === at) return PROJECTS.here;
  return index < at ? PROJECTS.passed : '';
}

interface StepProps {
  readonly step: ProjectStepFragment;
  readonly project: Project;
}

function Step({ step: { id, title, dueOn, doneOn, note }, project }: StepProps) {
  const late = !doneOn && dueOn < dayOf(new Date());
  return (
    <>
      <strong>
        <span aria-hidden="true">{doneOn ? '✓' : '○'}</span> {title}
      </strong>{' '}
      <span className="soft">{doneOn ? PROJECTS.stepDone(spellDay(doneOn)) : PROJECTS.stepDue(spellDay(dueOn))}</span>
      {late && <span className="step-late"> ■ {PROJECTS.late}</span>}
      {note && <p>{note}</p>}
      {!doneOn && <StepActions id={id} title={title} project={project} />}
    </>
  );
}

function StepActions({
  id,
  title,
  project,
}: Pick<ProjectStepFragment, 'id' | 'title'> & { readonly project: Project }) {
  const may = (name: string) => project.viewerActions.find(({ action }) => action === name)?.mutation;
  const [reach, drop] = [may('reachMilestone'), may('dropMilestone')];
  const subject = { id: project.id, version: project.version };
  const open = (mutation: string) => openAction({ mutation, subject, about: title, fixed: { milestoneId: id } });
  return (
    <span className="step-actions">
      {reach && (
        <Button size="small" aria-label={PROJECTS.reachNamed(title)} onClick={() => open(reach)}>
          {PROJECTS.reach}
        </Button>
      )}
      {drop && (
        <Button size="small" danger aria-label={PROJECTS.dropNamed(title)} onClick={() => open(drop)}>
          {PROJECTS.drop}
        </Button>
      )}
    </span>
  );
}
