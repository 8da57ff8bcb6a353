import { useCallback, useEffect, type KeyboardEvent } from 'react';
import { Alert, Button, Form, type FormInstance } from 'antd';
import { ACTIONS } from './actions.texts.ts';
import { FieldItem } from './field-item.tsx';
import { focusSoon } from './focus.ts';
import type { ActionForm, FormField, Values } from './form.ts';
import { NextDuties } from './next-duties.tsx';
import { Problem, type Trouble } from './problem.tsx';
import type { ActionRequest } from './requests.ts';
import type { Payload, UserError } from './send.ts';
import { readAnew, useSending } from './use-sending.ts';
import { useWritten } from './use-written.ts';

interface Props {
  readonly id: string;
  readonly form: ActionForm;
  readonly request: ActionRequest;
  readonly onBusy: (busy: boolean) => void;
  readonly onDone: (payload: Payload) => void;
}

/** The fields of a mutation, drawn as the server describes them. */
export function ActionFields({ id, form, request, onBusy, onDone }: Props) {
  const [filled] = Form.useForm<Record<string, unknown>>();
  const written = useWritten(form, request);
  const { forget } = written;
  const done = useCallback((payload: Payload) => (forget(), onDone(payload)), [forget, onDone]);
  const { busy, trouble, submit, asNew } = useSending({ form, request, key: written.key, onDone: done });
  const fields = form.fields.filter(({ name }) => !request.fixed || !(name in request.fixed));
  const others = useFaults({ trouble, fields, form, filled });
  useEffect(() => onBusy(busy), [busy, onBusy]);
  useEffect(() => focusSoon(fields[0]?.name, form, 150), []);
  const now = () => filled.getFieldsValue(true) as Values;
  const startOver = () => {
    written.startOver();
    empty(filled, { ...blank(fields), ...request.preset });
  };
  return (
    <Form
      id={id}
      name={form.mutation}
      form={filled}
      layout="vertical"
      className="action-form"
      requiredMark
      initialValues={written.initial}
      onValuesChange={() => written.write(now())}
      onFinish={(values: Values) => void submit(values)}
      onKeyDown={(event) => sendByKeys(event, filled, busy)}
      onFinishFailed={({ errorFields: [first] }) => void focusSoon(String(first?.name[0]), form)}
      disabled={busy}
    >
      {written.restored && fields.length > 0 && <Restored onStartOver={startOver} />}
      {trouble && (
        <Problem
          {...{ trouble, others }}
          onLook={() => void readAnew()}
          onGoOn={(version) => void submit(now(), { version })}
          onAgain={() => void submit(now())}
          onAsNew={() => void asNew(now())}
        />
      )}
      {fields.length === 0 && <p>{ACTIONS.confirm(form.label)}</p>}
      <div className="action-fields">
        {fields.map((field) => (
          <FieldItem key={field.name} field={field} scope={scopeOf(form, request)} />
        ))}
      </div>
      <NextDuties next={form.next} />
    </Form>
  );
}

const scopeOf = ({ mutation, noun }: ActionForm, { subject }: ActionRequest) => ({
  mutation,
  noun,
  subjectId: subject?.id ?? null,
});

function empty(filled: FormInstance, values: Values): void {
  filled.resetFields();
  filled.setFieldsValue(values);
}

const blank = (fields: readonly FormField[]) => Object.fromEntries(fields.map(({ name }) => [name, undefined]));

/** Ctrl and Enter send from anywhere, also out of a text of several lines; Enter in a calendar only chooses. */
function sendByKeys(event: KeyboardEvent, filled: FormInstance, busy: boolean): void {
  if (event.key !== 'Enter') return;
  const sends = event.ctrlKey || event.metaKey;
  if (sends || (event.target as Element).closest('.ant-picker')) event.preventDefault();
  if (sends && !busy) filled.submit();
}

interface Faults {
  readonly trouble: Trouble | null;
  readonly fields: readonly FormField[];
  readonly form: ActionForm;
  readonly filled: FormInstance;
}

/** Shows each fault beside the field that the server names, moves there, and returns those that belong to none. */
function useFaults({ trouble, fields, form, filled }: Faults): readonly UserError[] {
  const errors = trouble?.kind === 'refused' ? trouble.errors : [];
  const fieldOf = ({ path }: UserError) => fields.find(({ name }) => name === path[1])?.name;
  useEffect(() => {
    const named = errors.flatMap((error) =>
      fieldOf(error) ? [{ name: fieldOf(error)!, errors: [error.message] }] : [],
    );
    if (named.length === 0) return;
    filled.setFields(named);
    return focusSoon(named[0]!.name, form);
  }, [trouble]);
  return errors.filter((error) => !fieldOf(error));
}

function Restored({ onStartOver }: { readonly onStartOver: () => void }) {
  return (
    <Alert
      type="info"
      title={ACTIONS.restored}
      style={{ marginBottom: 16 }}
      action={
        <Button size="small" type="text" onClick={onStartOver}>
          {ACTIONS.startOver}
        </Button>
      }
    />
  );
}
