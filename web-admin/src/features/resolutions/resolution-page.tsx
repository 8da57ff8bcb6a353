import { useParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { CaseActions } from '../../actions/case-actions.tsx';
import { presetFrom } from '../../actions/form.ts';
import { CaseMarks } from '../../parts/case-marks.tsx';
import { Photos } from '../../parts/orders/photos.tsx';
import { Missing, Reading } from '../../parts/reading.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { useCaseNews } from '../../shell/use-case-news.ts';
import { ResolutionsOneDocument, type ResolutionsOneQuery } from './gql/graphql.ts';
import { ResolutionFacts } from './parts/resolution-facts.tsx';
import { RESOLUTIONS } from './resolutions.texts.ts';

export type Resolution = NonNullable<ResolutionsOneQuery['resolution']>;

/** One resolution: who does what by when, how far it is, and how it was closed off. */
export function Page() {
  const { id = '' } = useParams();
  const query = useQuery(ResolutionsOneDocument, { variables: { id } });
  useCaseNews('resolution');
  return (
    <Reading query={query}>
      {({ resolution }) => (resolution ? <Shown resolution={resolution} /> : <Missing text={RESOLUTIONS.missing} />)}
    </Reading>
  );
}

function Shown({ resolution }: { readonly resolution: Resolution }) {
  const { text, serial, ordinal, result, evidenceText, photos, events } = resolution;
  return (
    <PageFrame
      title={RESOLUTIONS.name(serial, ordinal)}
      about={<CaseMarks of={resolution} />}
      actions={<CaseActions of={resolution} presets={{ edit: presetFrom(resolution) }} />}
    >
      <div className="case-sheets">
        <div>
          <Words title={RESOLUTIONS.text} text={text} />
          <Sheet title={RESOLUTIONS.facts}>
            <ResolutionFacts resolution={resolution} />
          </Sheet>
          <Words title={RESOLUTIONS.result} text={result} />
          <Words title={RESOLUTIONS.evidence} text={evidenceText} />
          {photos.length > 0 && (
            <Sheet title={RESOLUTIONS.photos}>
              <Photos photos={photos} />
            </Sheet>
          )}
        </div>
        <div>
          {events.length > 0 && (
            <Sheet title={RESOLUTIONS.timeline}>
              <Timeline events={events} />
            </Sheet>
          )}
        </div>
      </div>
    </PageFrame>
  );
}

function Words({ title, text }: { readonly title: string; readonly text: string | null }) {
  if (!text) return null;
  return (
    <Sheet title={title}>
      <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</p>
    </Sheet>
  );
}
