import { useSearchParams } from 'react-router';
import { Button, Input, Radio } from 'antd';
import { CaseList } from '../../parts/case-list.tsx';
import { Fault, Loading, Nothing } from '../../parts/standing.tsx';
import { linkOf } from '../../shell/features.ts';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import type { SearchNoun } from './gql/graphql.ts';
import { type HitGroup, isLongEnough, useHits } from './hits.ts';
import { NOUNS, SEARCH } from './search.texts.ts';
import './search.css';

const MANY = 10;
const MOST = 100;

const isNoun = (text: string | null): text is SearchNoun => text !== null && text in NOUNS;

/** Words, kind and hits of a search; words and kind stand in the address. */
export function Page() {
  const [params, setParams] = useSearchParams();
  const text = params.get('text') ?? '';
  const chosen = params.get('among');
  const among = isNoun(chosen) ? chosen : undefined;
  const put = (name: 'text' | 'among', value: string) =>
    setParams((was) => new URLSearchParams({ ...Object.fromEntries(was), [name]: value }), { replace: true });
  return (
    <PageFrame title={SEARCH.title}>
      <div className="filter-bar" role="search" aria-label={SEARCH.title}>
        <Input
          aria-label={SEARCH.box}
          placeholder={SEARCH.placeholder}
          allowClear
          maxLength={60}
          style={{ width: 420 }}
          value={text}
          onChange={({ target }) => put('text', target.value)}
        />
        <Radio.Group
          aria-label={SEARCH.among}
          optionType="button"
          value={among ?? ''}
          options={[
            { value: '', label: SEARCH.all },
            ...Object.entries(NOUNS).map(([value, label]) => ({ value, label })),
          ]}
          onChange={({ target }) => put('among', String(target.value))}
        />
      </div>
      <Results text={text} among={among} onOnly={(noun) => put('among', noun)} />
    </PageFrame>
  );
}

interface ResultsProps {
  readonly text: string;
  readonly among: SearchNoun | undefined;
  readonly onOnly: (noun: SearchNoun) => void;
}

function Results({ text, among, onOnly }: ResultsProps) {
  const first = among ? MOST : MANY;
  const { groups, settled, error, refetch } = useHits(text, { among, first });
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  const full = groups.some(({ hits }) => hits.length === first);
  if (!isLongEnough(text)) return <Nothing text={SEARCH.atLeast} />;
  if (error) return <Fault error={error} onRetry={refetch} />;
  if (count === 0)
    return settled ? <Nothing text={SEARCH.nothing(text.trim())} /> : <Loading text={SEARCH.searching} />;
  return (
    <>
      <p className="soft search-count" role="status">
        {SEARCH.found(count)} {full && SEARCH.upTo(first)}
      </p>
      {groups.map((group) => (
        <Group key={group.noun} group={group} onOnly={group.hits.length === first && !among ? onOnly : undefined} />
      ))}
    </>
  );
}

interface GroupProps {
  readonly group: HitGroup;
  /** Where there may be more of the kind. */
  readonly onOnly: ((noun: SearchNoun) => void) | undefined;
}

function Group({ group: { noun, label, hits }, onOnly }: GroupProps) {
  const lines = hits.map(({ id, title, about, stateLabel }) => ({
    ...{ id, title, to: linkOf(noun, id), about: [about] },
    ...(stateLabel && { state: stateLabel }),
  }));
  const only = onOnly && <Button onClick={() => onOnly(noun)}>{SEARCH.moreOf(label)}</Button>;
  return (
    <Sheet title={label} extra={only}>
      <CaseList lines={lines} />
    </Sheet>
  );
}
