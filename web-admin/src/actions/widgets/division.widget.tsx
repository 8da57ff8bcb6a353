import { useCallback, useEffect, useRef, useState } from 'react';
import { TreeSelect } from 'antd';
import { useViewer } from '../../shell/viewer.tsx';
import { ACTIONS } from '../actions.texts.ts';
import { ActionsDivisionDocument, ActionsDivisionsDocument } from '../gql/graphql.ts';
import { read } from '../lookups/lookup.ts';
import type { ControlProps, Widget } from './widget.ts';

type Picked = string | readonly string[] | null | undefined;

/** A place in the tree; `pId` is the one above it. */
interface Place {
  readonly id: string;
  readonly pId: string | null;
  readonly value: string;
  /** What stands in the tree, and in the field once it is chosen. */
  readonly title: string;
  readonly name: string;
  readonly isLeaf: boolean;
}

const PAUSE_MS = 250;
const MOST = 100;

interface Division {
  readonly code: string;
  readonly label: string;
  readonly level: string;
}

const placeOf = ({ code, label, level }: Division, pId: string | null, title = label): Place => ({
  ...{ id: code, pId, value: code, title, name: label, isLeaf: level === 'BUILDING' },
});

async function below(parent: string): Promise<readonly Place[]> {
  const { divisions } = await read(ActionsDivisionsDocument, { parent, search: null, first: MOST });
  return divisions.nodes.map((division) => placeOf(division, parent));
}

async function byName(search: string): Promise<readonly Place[]> {
  const { divisions } = await read(ActionsDivisionsDocument, { parent: null, search, first: 30 });
  return divisions.nodes.map((division) => {
    const path = division.path.slice(-3).map(({ label }) => label);
    const whole = path.at(-1) === division.label ? path : [...path, division.label];
    return placeOf(division, null, whole.join(' / '));
  });
}

async function placeNamed(code: string): Promise<Place | null> {
  const { division } = await read(ActionsDivisionDocument, { code });
  return division ? placeOf(division, null) : null;
}

const add = (was: readonly Place[], more: readonly Place[]) => {
  const known = new Set(was.map(({ id }) => id));
  return [...was, ...more.filter(({ id }) => !known.has(id))];
};

/** The tree from where the viewer serves, what is found by name, and what is chosen already. */
function usePlaces(chosen: readonly string[]) {
  const { post } = useViewer();
  const root = post?.division?.code ?? null;
  const [tree, setTree] = useState<readonly Place[]>([]);
  const [found, setFound] = useState<readonly Place[] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const wanted = [...(root === null ? [] : [root]), ...chosen].filter((code) => !tree.some(({ id }) => id === code));
    if (wanted.length === 0) return;
    Promise.all(wanted.map(placeNamed)).then(
      (places) =>
        setTree((was) =>
          add(
            was,
            places.filter((place) => place !== null),
          ),
        ),
      () => undefined,
    );
  }, [root, chosen.join(' ')]);
  const open = useCallback(async (code: string) => {
    const places = await below(code);
    setTree((was) => add(was, places));
  }, []);
  const type = useCallback((text: string) => {
    clearTimeout(timer.current);
    if (text.trim() === '') return setFound(null);
    timer.current = setTimeout(() => byName(text.trim()).then(setFound, () => setFound([])), PAUSE_MS);
  }, []);
  return {
    root,
    places: found
      ? add(
          found,
          tree.filter(({ id }) => chosen.includes(id)),
        )
      : tree,
    open,
    type,
  };
}

/** A street, a community, a grid: down the tree from where the viewer serves, or by name. */
function Division({ field, scope: _scope, value, onChange, ...rest }: ControlProps<Picked>) {
  const chosen = typeof value === 'string' ? [value] : (value ?? []);
  const { root, places, open, type } = usePlaces(chosen);
  return (
    <TreeSelect
      {...rest}
      value={field.list ? [...chosen] : (chosen[0] ?? undefined)}
      onChange={(next: unknown) => onChange?.(next as Picked)}
      multiple={field.list}
      treeDataSimpleMode
      treeNodeLabelProp="name"
      treeData={[...places]}
      loadData={({ value: code }) => open(String(code))}
      treeDefaultExpandedKeys={root === null ? [] : [root]}
      showSearch={{ filterTreeNode: false, onSearch: type }}
      allowClear={!field.required}
      placeholder={ACTIONS.search}
      notFoundContent={<span role="status">{ACTIONS.nothingFound}</span>}
    />
  );
}

export const division: Widget = { of: ['division'], Control: Division, several: true };
