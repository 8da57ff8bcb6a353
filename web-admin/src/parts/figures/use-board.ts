import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useViewer } from '../../shell/viewer.tsx';
import { instantsOf, lengthOf, type Span, type SpanName, spanOf } from './span.ts';

/** Up to so many days a trend is drawn week by week. */
const DAYS_BY_WEEK = 100;

export interface Board {
  readonly name: SpanName;
  readonly span: Span;
  /** The place that was chosen; null: all that the viewer sees. */
  readonly division: string | null;
  /** Places below what is shown. */
  readonly places: 'STREET' | 'COMMUNITY';
  readonly time: 'MONTH' | 'WEEK';
  readonly asTables: boolean;
  /** The same for the server. */
  readonly filter: { readonly from: string; readonly before: string; readonly division?: string };
}

/** What the board shows, kept in the address: it can be sent to somebody, and Back leads back. */
export function useBoard() {
  const [params, setParams] = useSearchParams();
  const { post } = useViewer();
  const isDistrict = post?.division?.level === 'DISTRICT';
  const key = params.toString();
  const board = useMemo((): Board => {
    const asked = new URLSearchParams(key);
    const { name, span } = spanOf(asked);
    const division = asked.get('division');
    return {
      ...{ name, span, division, asTables: asked.get('as') === 'table' },
      places: isDistrict && division === null ? 'STREET' : 'COMMUNITY',
      time: lengthOf(span) <= DAYS_BY_WEEK ? 'WEEK' : 'MONTH',
      filter: { ...instantsOf(span), ...(division && { division }) },
    };
  }, [key, isDistrict]);
  const change = (changes: Readonly<Record<string, string | null>>) =>
    setParams(
      (was) => {
        const next = new URLSearchParams(was);
        for (const [name, value] of Object.entries(changes))
          if (value) next.set(name, value);
          else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return { board, change };
}
