import { type FormEvent, useState } from 'react';
import { type ActionForm, cleaned, newKey, presetFrom, type Values, withoutSecrets } from '../../actions/form.ts';
import { faultOf } from '../../actions/rules.ts';
import { type Outcome, send } from '../../actions/send.ts';
import { useDraft } from '../../shell/use-draft.ts';
import { Fault, toFirstFault } from '../parts.tsx';
import { FieldOf } from './field-of.tsx';
import type { Order } from './order-page.tsx';
import { ORDER_PAGE } from './order.texts.ts';

interface ActFormProps {
  readonly order: Order;
  readonly form: ActionForm;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

type Faults = Readonly<Record<string, string>>;

/** The form of any action, drawn from what the house says of it. What is written is kept until it is sent. */
export function ActForm({ order, form, onDone, onCancel }: ActFormProps) {
  const { kept, put, forget } = useKept(order, form);
  const [faults, setFaults] = useState<Faults>({});
  const [busy, setBusy] = useState(false);
  const refuse = (found: Faults) => {
    setFaults(found);
    toFirstFault();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = faultsIn(form, kept.values);
    if (Object.keys(found).length > 0) return refuse(found);
    setBusy(true);
    const outcome = await send(form, inputOf(order, form, kept));
    setBusy(false);
    if (outcome.kind !== 'done') return refuse(faultsOf(outcome, form));
    forget();
    onDone();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Fault text={faults['']} />
      {form.fields.map((field) => (
        <FieldOf
          key={field.name}
          field={field}
          value={kept.values[field.name]}
          fault={faults[field.name]}
          onChange={(value) => put({ ...kept.values, [field.name]: value })}
        />
      ))}
      {form.next.map(({ label, limit }) => (
        <p key={label} className="soft">
          {ORDER_PAGE.after(label, limit)}
        </p>
      ))}
      <div className="turns">
        <button type="button" onClick={onCancel}>
          {ORDER_PAGE.cancel}
        </button>
        <button type="submit" className="main" disabled={busy}>
          {busy ? ORDER_PAGE.sending : form.label}
        </button>
      </div>
    </form>
  );
}

interface Kept {
  readonly key: string;
  readonly values: Values;
}

function useKept(order: Order, form: ActionForm) {
  const preset = form.mutation.endsWith('Edit') ? presetOf(order, form) : {};
  const [kept, keep, forget] = useDraft<Kept>(`resident.${form.mutation}.${order.id}`, {
    key: newKey(),
    values: preset,
  });
  const put = (values: Values) => keep({ ...kept, values: withoutSecrets(form.fields, values) });
  return { kept, put, forget };
}

/** An edit opens with what the order shows; photos are added to those that hang on it. */
function presetOf(order: Order, { fields }: ActionForm): Values {
  const { code } = order.grid ?? order.community;
  const shown: Values = { ...presetFrom(order), place: code, photos: [] };
  return Object.fromEntries(fields.map(({ name }) => [name, shown[name]]));
}

function inputOf({ id, version }: Order, form: ActionForm, { key, values }: Kept): Record<string, unknown> {
  return {
    ...cleaned(form.fields, values),
    ...(form.subjectField && { [form.subjectField]: id }),
    ...(form.versioned && { expectedVersion: version }),
    ...(form.keyed && { idempotencyKey: key }),
  };
}

const faultsIn = ({ fields }: ActionForm, values: Values): Faults =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const fault = faultOf(field, values[field.name]);
      return fault === null ? [] : [[field.name, fault]];
    }),
  );

function faultsOf(outcome: Exclude<Outcome, { kind: 'done' }>, { fields }: ActionForm): Faults {
  if (outcome.kind === 'unreachable') return { '': ORDER_PAGE.unreachable };
  if (outcome.kind === 'fault') return { '': outcome.message || ORDER_PAGE.unreachable };
  const known = new Set(fields.map(({ name }) => name));
  return Object.fromEntries(
    outcome.errors.map(({ path, message }) => {
      const field = path.find((part) => known.has(part)) ?? '';
      return [field, message];
    }),
  );
}
