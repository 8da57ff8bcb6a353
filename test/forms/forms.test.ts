import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defineChoice } from '../../api/src/kernel/choice.ts';
import { choice, helped, id, int, line, many, optional, paragraph, reason } from '../../api/src/kernel/field.ts';
import { workdays } from '../../api/src/kernel/limit.ts';
import { orderVerb } from '../../api/src/modules/orders/index.ts';
import { orderProcess } from '../../api/src/modules/orders/order.process.ts';
import { addRow } from '../support/more-steps.ts';
import { known } from '../support/known.ts';
import { Somebody, type Shown } from '../support/somebody.ts';
import { STREET, World } from '../support/world.ts';

const FORM = `query ($mutation: String!) { actionForm(mutation: $mutation) { mutation label noun nounLabel subjectField keyed versioned
  payloadField shownOnce document fields { name label help widget wire required list min max minCount maxCount choices { value label } }
  next { label limit } } }`;
const INPUTS = `{ __schema { mutationType { fields { name args { type { ofType { name inputFields { name type { kind name ofType { kind name } } } } } } } } } }`;
const UUID = '0199aa00-0000-7000-8000-0123456789ab';

const mood = defineChoice('TestMood', 'How it was.', { GOOD: ['满意', 'Good.'], BAD: ['不满意', 'Bad.'] });

/** A step that nobody has thought of: one file and one row. */
const wave = orderVerb('wave' as never, {
  label: '挥手致意',
  about: 'Somebody waves.',
  keyed: true,
  input: {
    how: helped('请写明动作', line('方式', 'How.', { min: 2, max: 20 })),
    mood: choice('心情', 'How it felt.', mood),
    times: optional(int('次数', 'How often.', 1, 5)),
    witnesses: many(id('见证单位', 'Who saw it.', 'unit'), { min: 2, max: 3 }),
    words: paragraph('留言', 'What was said.', { max: 100 }),
    reason: reason('Why.'),
  },
  effect: () => undefined,
});

let world: World;
let takeAway: () => void;
let reviewer: Somebody;
let forms: readonly Shown[];
let inputs: ReadonlyMap<string, readonly Shown[]>;

const formOf = async (mutation: string) => (await reviewer.reads(FORM, { mutation }))['actionForm'] as Shown;

beforeAll(async () => {
  takeAway = addRow(orderProcess, ['OPEN', 'wave', 'STREET_REVIEWER', 'CLAIMED', workdays(4)]);
  world = await World.open({ verbs: [wave] });
  reviewer = await world.somebody('STREET_REVIEWER', STREET);
  const { mutationType } = (await reviewer.reads(INPUTS))['__schema'] as Shown;
  const mutations = mutationType.fields as Shown[];
  inputs = new Map(mutations.map(({ name, args }) => [name as string, (args[0]?.type.ofType.inputFields ?? []) as Shown[]])); // prettier-ignore
  forms = await Promise.all([...inputs.keys()].map(formOf));
});
afterAll(async () => {
  takeAway();
  await world.close();
});

/** Fields that the engine reads. */
const ofEngine = ({ subjectField, versioned, keyed }: Shown) => [
  ...(subjectField ? [subjectField] : []),
  ...(versioned ? ['expectedVersion'] : []),
  ...(keyed ? ['idempotencyKey'] : []),
];

describe('a form', () => {
  test('every mutation has one, with the fields of its input and no others', () => {
    const told = forms.map((form) => [form['mutation'], [...form['fields'].map(typed), ...ofEngine(form)].toSorted()]);
    const typeOf = ({ type }: Shown) => (type.kind === 'NON_NULL' ? type.ofType : type) as Shown;
    const asked = [...inputs].map(([name, fields]) => [
      name,
      fields.map((field) => (engine.has(field['name']) || isSubject(name, field) ? field['name'] : `${field['name']}: ${typeOf(field)['kind'] === 'LIST'}`)).toSorted(), // prettier-ignore
    ]);
    expect(told).toEqual(asked);
  });

  const engine = new Set(['expectedVersion', 'idempotencyKey']);
  const isSubject = (name: string, field: Shown) =>
    forms.some(({ mutation, subjectField }) => mutation === name && subjectField === field['name']);
  const typed = ({ name, list }: Shown) => `${name as string}: ${String(list)}`;

  test('says of everything in Chinese what it is', () => {
    const labels = forms.flatMap(({ label, fields }) => [label, ...fields.flatMap(labelsIn)] as string[]);
    expect(labels.filter((label) => !/[\u4e00-\u9fff]/.test(label))).toEqual([]);
  });
  const labelsIn = ({ label, choices }: Shown) => [label, ...choices.map((one: Shown) => one['label'])];

  test('names the thing that is picked', async () => {
    const widgets = new Set(forms.flatMap(({ fields }) => fields.filter(isId).map(({ widget }: Shown) => widget)));
    expect([...widgets].filter((widget) => ['key', 'line', 'item'].includes(widget as string))).toEqual([]);
  });
  const isId = ({ wire }: Shown) => wire === 'ID';

  test('names the listed document by which it is sent', () => {
    const unlisted = forms.filter(({ document }) => document === null).map(({ mutation }) => mutation);
    if (!known) expect(unlisted).toEqual(['orderWave']);
  });

  test('says what begins to run in the state that the step leads to', async () => {
    expect((await formOf('orderSubmit'))['next']).toEqual([{ label: '审单通过', limit: '1个工作日' }]);
    const { next } = await formOf('orderClaim');
    expect(next).toContainEqual({ label: '开始办理', limit: '3个工作日' });
    expect(next).toContainEqual({ label: '办结', limit: '7个工作日' });
    expect((await formOf('orderNote'))['next']).toEqual([]);
    // Neither giving it back nor letting it rest gives anybody more time.
    expect((await formOf('orderRefuseRelease'))['next']).toEqual([]);
  });

  test('is told to whoever is signed in, and of mutations only', async () => {
    const { status, errors } = await Somebody.nobody(world.app.url).ask(FORM, { mutation: 'orderClaim' });
    expect([status, errors[0]?.extensions.code]).toEqual([401, 'NOT_SIGNED_IN']);
    expect(await formOf('orderLapse')).toBeNull();
    expect(await formOf('toString')).toBeNull();
  });
});

describe('a new verb', () => {
  test('has its form without anything else', async () => {
    const { fields, ...head } = await formOf('orderWave');
    expect(head).toEqual({
      ...{ mutation: 'orderWave', label: '挥手致意', noun: 'order', nounLabel: '点单', subjectField: 'orderId' },
      ...{ keyed: true, versioned: true, payloadField: 'order', shownOnce: null, document: null },
      next: expect.arrayContaining([{ label: '办结', limit: '7个工作日' }]) as unknown,
    });
    expect(fields.map(({ name, widget, wire, help, required, list }: Shown) => ({ name, widget, wire, help, required, list }))).toEqual([
      { name: 'how', widget: 'line', wire: 'String', help: '请写明动作', required: true, list: false },
      { name: 'mood', widget: 'choice', wire: 'TestMood', help: '', required: true, list: false },
      { name: 'times', widget: 'number', wire: 'Int', help: '1至5', required: false, list: false },
      { name: 'witnesses', widget: 'unit', wire: 'ID', help: '至少2项，最多3项', required: true, list: true },
      { name: 'words', widget: 'paragraph', wire: 'String', help: '', required: true, list: false },
      { name: 'reason', widget: 'reason', wire: 'String', help: '至少10个字，最多1000个字', required: true, list: false },
    ]); // prettier-ignore
    expect(fields[1].choices).toEqual([{ value: 'GOOD', label: '满意' }, { value: 'BAD', label: '不满意' }]); // prettier-ignore
  });
});

describe('the limits of a form', () => {
  /** An input that is accepted as far as its form is concerned. */
  const filled = (fields: readonly Shown[]) =>
    Object.fromEntries(fields.map((field) => [field['name'] as string, valueOf(field)]));

  const OF_WIDGET: Readonly<Record<string, string>> = {
    ...{ phone: '19900000000', code: '123456', time: '09:00', division: STREET, category: 'ANY' },
  };
  const OF_WIRE: Readonly<Record<string, unknown>> = {
    ...{ ID: UUID, Boolean: true, Instant: '2026-11-03T02:00:00Z', Date: '2026-11-03' },
  };
  function one({ widget, wire, min, choices }: Shown, index = 0): unknown {
    if (choices.length > 0) return choices[index % choices.length].value;
    if (wire === 'Int') return min;
    if (wire === 'ID' && !OF_WIDGET[widget]) return UUID.slice(0, -2) + String(10 + index);
    return OF_WIDGET[widget] ?? OF_WIRE[wire] ?? text(min ?? 2, index);
  }
  const text = (length: number, index = 0) => '甲乙丙丁戊'[index % 5]!.repeat(length);
  const valueOf = (field: Shown) =>
    field['list'] ? Array.from({ length: field['minCount'] }, (_, index) => one(field, index)) : one(field);

  interface Wrong {
    readonly value: unknown;
    readonly code: string;
  }
  function wrongs(field: Shown): readonly Wrong[] {
    const { wire, widget, min, max, list, minCount, maxCount } = field;
    if (list) {
      const many = Array.from({ length: maxCount + 1 }, (_, index) => one(field, index));
      const few = minCount > 0 ? [{ value: many.slice(0, minCount - 1), code: 'INPUT_TOO_FEW' }] : [];
      return [{ value: many, code: 'INPUT_TOO_MANY' }, ...few];
    }
    if (max === null || widget === 'time') return [];
    if (wire === 'Int') return [min - 1, max + 1].map((value) => ({ value, code: 'INPUT_NOT_IN_RANGE' }));
    const short = min > 1 ? [{ value: text(min - 1), code: 'INPUT_TOO_SHORT' }] : [];
    return [{ value: text(max + 1), code: 'INPUT_TOO_LONG' }, ...short];
  }

  test('are those beyond which a step is refused', async () => {
    const steps = forms.filter(({ subjectField }) => subjectField !== null);
    const tries = steps.flatMap((form) =>
      (form['fields'] as Shown[]).flatMap((field) => wrongs(field).map((wrong) => ({ form, field, wrong }))),
    );
    const told = await Promise.all(
      tries.map(async ({ form: { mutation, subjectField, keyed, fields }, field, wrong }) => {
        const key = keyed ? { idempotencyKey: 'forms-test' } : {};
        const input = { [subjectField]: UUID, ...key, ...filled(fields), [field['name']]: wrong.value };
        const { error, answer } = await reviewer.calls(mutation, input);
        return [mutation, error?.code ?? answer.errors[0]?.message, error?.path.slice(0, 2)];
      }),
    );
    expect(tries.length).toBeGreaterThan(200);
    expect(told).toEqual(tries.map(({ form, field, wrong }) => [form['mutation'], wrong.code, ['input', field['name']]])); // prettier-ignore
  });

  test('leave everything through that keeps to them', async () => {
    const steps = forms.filter(({ subjectField }) => subjectField !== null);
    const codes = await Promise.all(
      steps.map(async ({ mutation, subjectField, keyed, fields }) => {
        const key = keyed ? { idempotencyKey: 'forms-test' } : {};
        const { error } = await reviewer.calls(mutation, { [subjectField]: UUID, ...key, ...filled(fields) });
        return [mutation, error?.code];
      }),
    );
    expect(codes.filter(([, code]) => code !== 'NOT_FOUND')).toEqual([]);
  });
});
