import { useMemo } from 'react';
import { Form, Select } from 'antd';
import { useViewer } from '../../shell/viewer.tsx';
import { ACTIONS } from '../actions.texts.ts';
import type { FormField } from '../form.ts';
import type { Found, Lookup } from '../lookups/lookup.ts';
import { useLookup } from './use-lookup.ts';
import type { ControlProps, Widget } from './widget.ts';

type Picked = string | readonly string[] | null | undefined;

const chosenIn = (value: Picked): readonly string[] =>
  value === null || value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value;

/** Makes a widget that picks from what a lookup finds: one, or several where the field takes a list. */
export function pickerOf(of: readonly string[], lookup: Lookup): Widget {
  const Control = (props: ControlProps<Picked>) => <Picker {...props} lookup={lookup} />;
  return { of, Control, several: true };
}

function Picker({
  lookup,
  field,
  scope,
  value,
  onChange,
  ...rest
}: ControlProps<Picked> & { readonly lookup: Lookup }) {
  const around = { ...scope, place: usePlace(), beside: useBeside(lookup) };
  const chosen = useMemo(() => chosenIn(value), [value]);
  const { options, state, find, type } = useLookup(lookup, around, chosen);
  return (
    <Select
      {...rest}
      {...(field.list && several(field))}
      value={field.list ? [...chosen] : chosen[0]}
      onChange={(next: unknown) => onChange?.(next as Picked)}
      options={grouped(options) as Found[]}
      optionRender={({ data }) => <Option found={data} />}
      showSearch={{ filterOption: lookup.whole ? matches : false, onSearch: type }}
      onOpenChange={(open) => open && find()}
      loading={state === 'busy'}
      allowClear={!field.required}
      placeholder={lookup.whole ? ACTIONS.choose : ACTIONS.search}
      notFoundContent={<span role="status">{NOTHING[state]}</span>}
    />
  );
}

const several = ({ maxCount }: FormField) => ({ mode: 'multiple' as const, ...(maxCount && { maxCount }) });

/** What stands in the other field by which a lookup narrows. */
function useBeside({ beside = '' }: Lookup): string | null {
  const value = Form.useWatch(beside) as string | undefined;
  return beside === '' ? null : (value ?? null);
}

/** Where the viewer serves, as lookups narrow by it. */
function usePlace() {
  const { post } = useViewer();
  return useMemo(() => {
    if (!post) return null;
    const division = post.division?.code ?? null;
    return { division, unit: division === null ? post.scope : null };
  }, [post]);
}

const NOTHING = { idle: ACTIONS.nothingFound, busy: ACTIONS.searching, failed: ACTIONS.searchFailed } as const;

const matches = (text: string, option: unknown) => {
  const { label, about } = option as Found;
  return `${String(label)} ${about ?? ''}`.toLowerCase().includes(text.trim().toLowerCase());
};

function grouped(found: readonly Found[]): Found[] | { label: string; options: Found[] }[] {
  const groups = [...new Set(found.map(({ group }) => group))];
  if (groups.length === 1 && groups[0] === undefined) return [...found];
  return groups.map((group) => ({ label: group ?? '', options: found.filter((one) => one.group === group) }));
}

function Option({ found: { label, about } }: { readonly found: Found }) {
  return (
    <div className="action-option">
      <span>{label}</span>
      {about && <span className="soft">{about}</span>}
    </div>
  );
}
