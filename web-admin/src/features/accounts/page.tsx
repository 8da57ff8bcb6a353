import { useMemo, useState } from 'react';
import { Button } from 'antd';
import { CreateAction } from '../../actions/create-action.tsx';
import { type Chooser, choicesOf, FilterBar } from '../../parts/filter-bar.tsx';
import { PagedCases } from '../../parts/paged-cases.tsx';
import { useAddress } from '../../parts/use-address.ts';
import { usePages } from '../../parts/use-pages.ts';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { FILTERS } from '../../texts/filters.ts';
import { AccountDrawer } from './account-drawer.tsx';
import { ACCOUNT_STATES, ACCOUNTS } from './accounts.texts.ts';
import {
  type AccountLineFragment,
  AccountsListDocument,
  type AccountsListQuery,
  type AccountState,
} from './gql/graphql.ts';

const NAMES = ['search', 'state'] as const;
type Name = (typeof NAMES)[number];
const CHOOSERS: readonly Chooser<Name>[] = [
  { name: 'state', label: ACCOUNTS.state, choices: choicesOf(ACCOUNT_STATES) },
];

const pick = ({ accounts }: AccountsListQuery) => accounts;

/** Who may sign in, and as what. */
export function Page() {
  const { given, choose, clear } = useAddress(NAMES);
  const [chosen, setChosen] = useState<string | null>(null);
  const variables = useMemo(
    () => ({ search: given.search ?? null, state: (given.state ?? null) as AccountState | null }),
    [given],
  );
  const list = usePages(AccountsListDocument, { variables, pick });
  const lineOf = (account: AccountLineFragment) => ({
    ...{ id: account.id, state: ACCOUNT_STATES[account.state] },
    title: (
      <Button
        type="link"
        style={{ padding: 0 }}
        aria-label={ACCOUNTS.open(account.person.displayName)}
        onClick={() => setChosen(account.id)}
      >
        {ACCOUNTS.named(account.person.displayName, account.username)}
      </Button>
    ),
    about:
      account.posts.length === 0
        ? [ACCOUNTS.noPosts]
        : account.posts.map(({ roleLabel, scopeName }) => ACCOUNTS.postOf(roleLabel, scopeName)),
  });
  return (
    <PageFrame
      title={ACCOUNTS.title}
      about={<span role="status">{list.totalCount !== undefined && FILTERS.total(list.totalCount)}</span>}
      actions={<CreateAction mutation="accountCreate">{ACCOUNTS.create}</CreateAction>}
    >
      <FilterBar
        label={ACCOUNTS.filters}
        search={['search', ACCOUNTS.search]}
        {...{ given, choose, clear, choosers: CHOOSERS }}
      />
      <Sheet>
        <PagedCases list={list} lineOf={lineOf} empty={ACCOUNTS.empty} />
      </Sheet>
      <AccountDrawer account={list.nodes.find(({ id }) => id === chosen) ?? null} onClose={() => setChosen(null)} />
    </PageFrame>
  );
}
