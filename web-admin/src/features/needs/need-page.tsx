import { useParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { CaseActions } from '../../actions/case-actions.tsx';
import type { Values } from '../../actions/form.ts';
import { CaseMarks } from '../../parts/case-marks.tsx';
import { Missing, Reading } from '../../parts/reading.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { useCaseNews } from '../../shell/use-case-news.ts';
import { NeedsOneDocument, type NeedsOneQuery } from './gql/graphql.ts';
import { NEEDS } from './needs.texts.ts';
import { Answers } from './parts/answers.tsx';
import { Matches } from './parts/matches.tsx';
import { NeedFacts } from './parts/need-facts.tsx';

export type Need = NonNullable<NeedsOneQuery['need']>;

/** One need: what is lacking, what could answer it, and what did. */
export function Page() {
  const { id = '' } = useParams();
  const query = useQuery(NeedsOneDocument, { variables: { id } });
  useCaseNews('need', 'booking');
  return (
    <Reading query={query}>{({ need }) => (need ? <Shown need={need} /> : <Missing text={NEEDS.missing} />)}</Reading>
  );
}

function presetsOf(need: Need): Readonly<Record<string, Values>> {
  const { ownerKind: owner, about: content, category, source, kind, title, amount, measure } = need;
  const { urgency, wantedFrom, wantedUntil, privacy } = need;
  const said = { owner, content, category: category.code, source, kind, title, amount, measure };
  return { edit: { ...said, urgency, wantedFrom, wantedUntil, privacy } };
}

function Shown({ need }: { readonly need: Need }) {
  const { title, events, accepted, viewerActions } = need;
  const mayTake = viewerActions.some(({ action }) => action === 'acceptMatch');
  return (
    <PageFrame
      title={title}
      about={<CaseMarks of={need} />}
      actions={<CaseActions of={need} presets={presetsOf(need)} without={['acceptMatch']} />}
    >
      <div className="case-sheets">
        <div>
          <Sheet title={NEEDS.facts}>
            <NeedFacts need={need} />
          </Sheet>
          {accepted.length > 0 && (
            <Sheet title={NEEDS.accepted}>
              <Answers answers={accepted} />
            </Sheet>
          )}
        </div>
        {events.length > 0 && (
          <Sheet title={NEEDS.timeline}>
            <Timeline events={events} />
          </Sheet>
        )}
      </div>
      {need.state === 'PUBLISHED' && <Matches need={need} mayTake={mayTake} />}
    </PageFrame>
  );
}
