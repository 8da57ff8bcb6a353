import { Alert, Button, Input, Space } from 'antd';
import { Sheet } from '../../../shell/page.tsx';
import type { MeetingsMinutesQuery } from '../gql/graphql.ts';
import { MEETINGS } from '../meetings.texts.ts';
import { headingOf } from './heading.ts';
import { conflictOf } from './merge.ts';
import { MergeForm } from './merge-form.tsx';
import { useMinutes } from './use-minutes.ts';

type Minutes = NonNullable<NonNullable<MeetingsMinutesQuery['jointMeeting']>['minutes']>;

interface EditorProps {
  readonly id: string;
  readonly minutes: Minutes;
}

/** Who wrote a version. */
const writerOf = ({ versions }: Minutes, head: number) => versions.find(({ n }) => n === head)?.by ?? MEETINGS.system;

/** The text of the minutes, part by part, as long as it may be changed. */
export function MinutesEditor({ id, minutes }: EditorProps) {
  const head = minutes.head ?? 1;
  const { draft, drop, conflict, setConflict, save, busy, write } = useMinutes(id, head);
  const basedOn = draft.basedOn ?? head;
  const changed = Object.keys(draft.texts).length > 0;
  if (conflict)
    return (
      <MergeForm
        conflict={conflict}
        busy={busy}
        onLater={() => setConflict(null)}
        onMerge={(texts) => void save({ basedOn: conflict.head, texts, merges: conflict.n })}
      />
    );
  return (
    <Sheet title={MEETINGS.editing}>
      {basedOn < head && <Alert type="warning" showIcon title={MEETINGS.newer(writerOf(minutes, head), head)} />}
      <Waiting minutes={minutes} onMerge={(branch) => setConflict(conflictOf(branch, minutes))} />
      {minutes.sections.map((section) => (
        <div className="minutes-section" key={section.key}>
          <label htmlFor={`minutes-${section.key}`}>{headingOf(section)}</label>
          <Input.TextArea
            id={`minutes-${section.key}`}
            autoSize={{ minRows: 2 }}
            value={draft.texts[section.key] ?? section.text}
            onChange={({ target }) => write(section.key, target.value)}
          />
        </div>
      ))}
      <Space wrap>
        <Button
          type="primary"
          disabled={!changed}
          loading={busy}
          onClick={() => void save({ basedOn, texts: draft.texts })}
        >
          {MEETINGS.save}
        </Button>
        {changed && <Button onClick={drop}>{MEETINGS.discard}</Button>}
        <span className="soft" role="status">
          {changed ? MEETINGS.kept : MEETINGS.nothingChanged}
        </span>
      </Space>
    </Sheet>
  );
}

interface WaitingProps {
  readonly minutes: Minutes;
  readonly onMerge: (branch: Minutes['branches'][number]) => void;
}

/** Texts that were written at the same time and wait to be merged. */
function Waiting({ minutes: { branches }, onMerge }: WaitingProps) {
  if (branches.length === 0) return null;
  return (
    <section aria-label={MEETINGS.waiting}>
      <h3>{MEETINGS.waiting}</h3>
      {branches.map((branch) => (
        <p key={branch.n}>
          {MEETINGS.waitingOf(branch.n, branch.by ?? MEETINGS.system)}{' '}
          <Button size="small" onClick={() => onMerge(branch)}>
            {MEETINGS.startMerge}
          </Button>
        </p>
      ))}
    </section>
  );
}
