import { useMemo } from 'react';
import { useQuery } from '@apollo/client/react';
import { DownloadButton } from '../../parts/download-button.tsx';
import { type Chooser, choicesOf, FilterBar } from '../../parts/filter-bar.tsx';
import { PagedCases } from '../../parts/paged-cases.tsx';
import { useAddress } from '../../parts/use-address.ts';
import { usePages } from '../../parts/use-pages.ts';
import { When } from '../../parts/when.tsx';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { FILTERS } from '../../texts/filters.ts';
import { AUDIT, AUDIT_KINDS } from './audit.texts.ts';
import { type AuditKind, AuditListDocument, type AuditListQuery, AuditWhatDocument } from './gql/graphql.ts';

const NAMES = ['kind', 'what'] as const;
type Name = (typeof NAMES)[number];
type Entry = AuditListQuery['auditEntries']['nodes'][number];

const pick = ({ auditEntries }: AuditListQuery) => auditEntries;

/** What was done, refused, read or tried, by whom and when. */
export function Page() {
  const { given, choose, clear } = useAddress(NAMES);
  const acts = useQuery(AuditWhatDocument).data?.auditActs ?? [];
  const variables = useMemo(
    () => ({ filter: { kind: (given.kind ?? null) as AuditKind | null, what: given.what ?? null } }),
    [given],
  );
  const list = usePages(AuditListDocument, { variables, pick });
  const choosers: readonly Chooser<Name>[] = [
    { name: 'kind', label: AUDIT.kind, choices: choicesOf(AUDIT_KINDS) },
    {
      name: 'what',
      ...{ label: AUDIT.what, width: 280 },
      choices: acts.map(({ what, label }) => ({ value: what, label })),
    },
  ];
  return (
    <PageFrame
      title={AUDIT.title}
      about={<span role="status">{list.totalCount !== undefined && FILTERS.total(list.totalCount)}</span>}
      actions={
        <DownloadButton path={`/exports/audit.xlsx?${new URLSearchParams(given).toString()}`}>
          {AUDIT.export}
        </DownloadButton>
      }
    >
      <FilterBar label={AUDIT.filters} {...{ given, choose, clear, choosers }} />
      <Sheet>
        <PagedCases list={list} lineOf={lineOf} empty={AUDIT.empty} />
      </Sheet>
    </PageFrame>
  );
}

const lineOf = (entry: Entry) => {
  const { id, at, kind, label, code, person, role, reason } = entry;
  return {
    ...{ id, title: label, state: AUDIT_KINDS[kind] },
    about: [
      <When key="at" at={at} />,
      [person ?? AUDIT.system, role].filter(Boolean).join('，'),
      code && AUDIT.code(code),
      reason && AUDIT.reason(reason),
      <Detail key="detail" entry={entry} />,
    ],
  };
};

/** The rest of an entry, for whoever asks. */
function Detail({ entry: { subject, requestId, detail } }: { readonly entry: Entry }) {
  return (
    <details>
      <summary>{AUDIT.detail}</summary>
      {subject && <div>{AUDIT.subject(subject)}</div>}
      {requestId && <div>{AUDIT.request(requestId)}</div>}
      <pre style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 }}>{detail}</pre>
    </details>
  );
}
