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
import { AGREEMENTS } from './agreements.texts.ts';
import { AgreementsOneDocument, type AgreementsOneQuery } from './gql/graphql.ts';
import { Clauses, Versions } from './parts/agreement-text.tsx';
import { AgreementFacts } from './parts/agreement-facts.tsx';
import { Fulfilment, Signatures } from './parts/papers.tsx';
import { ThreeLists, UnitOwes } from './parts/three-lists.tsx';
import './agreements.css';

export type Agreement = NonNullable<AgreementsOneQuery['agreement']>;

/** One agreement: who with whom, for how long, about what, and what has become of it. */
export function Page() {
  const { id = '' } = useParams();
  const query = useQuery(AgreementsOneDocument, { variables: { id } });
  useCaseNews('agreement');
  return (
    <Reading query={query}>
      {({ agreement }) => (agreement ? <Shown agreement={agreement} /> : <Missing text={AGREEMENTS.missing} />)}
    </Reading>
  );
}

/** Clauses are written with their names in the first line. */
function presetsOf({ clauses, startsOn, endsOn, title, template }: Agreement): Readonly<Record<string, Values>> {
  const text = clauses.map((clause) => `${clause.title}\n${clause.text}`);
  return {
    edit: { title, template, startsOn, endsOn, clauses: text },
    counter: { startsOn, endsOn, clauses: text },
    proposeAmendment: { clauses: text },
    stateFulfilment: { items: clauses.map((clause) => `${clause.title}\n`) },
  };
}

function Shown({ agreement }: { readonly agreement: Agreement }) {
  const { unit, title, street, community, events } = agreement;
  const parties = { unit: unit.id, division: (community ?? street).code };
  // Others see parties, term and state.
  const isInsider = agreement.versionNo !== null;
  return (
    <PageFrame
      title={title}
      about={<CaseMarks of={agreement} />}
      actions={<CaseActions of={agreement} presets={presetsOf(agreement)} />}
    >
      <div className="case-sheets">
        <div>
          <Sheet title={AGREEMENTS.parties}>
            <AgreementFacts agreement={agreement} />
          </Sheet>
          <Sheet title={AGREEMENTS.clauses}>
            <Clauses agreement={agreement} />
          </Sheet>
          {isInsider && <ThreeLists {...parties} />}
        </div>
        <div>
          {isInsider && <UnitOwes {...parties} />}
          <Versions versions={agreement.versions} />
          <Signatures signatures={agreement.signatures} />
          {agreement.scans.length > 0 && (
            <Sheet title={AGREEMENTS.scans}>
              <Photos photos={agreement.scans} />
            </Sheet>
          )}
          <Fulfilment agreement={agreement} />
          {events.length > 0 && (
            <Sheet title={AGREEMENTS.timeline}>
              <Timeline events={events} />
            </Sheet>
          )}
        </div>
      </div>
    </PageFrame>
  );
}
