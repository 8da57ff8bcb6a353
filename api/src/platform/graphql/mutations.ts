import { Arg, Ctx, Field as GraphField, ID, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { perform } from '../process/perform.ts';
import type { Call, Outcome } from '../process/outcome.ts';
import { isAutomaticVerb, nameOf, type Shows, type Verb } from '../process/verb.ts';
import type { Context } from './context.ts';
import { capitalised } from './names.ts';
import { classNamed, describe, inputTypeOf } from './input.ts';
import type { RootRule } from './policy.ts';
import { UserErrorType, userErrorOf } from './user-error.type.ts';

type Input = Record<string, unknown>;

export const nounOf = (verb: Verb) => (verb.kind === 'PLAIN' ? verb.noun : verb.case.process.noun);

/** Verbs that people call; the clock's own have no mutation. */
export const callable = (verbs: readonly Verb[]): Verb[] =>
  verbs.filter((verb) => verb.kind !== 'CASE' || !isAutomaticVerb(verb));

/** Who may call a mutation at all; what a case's policy and table say is asked inside. */
export const ruleOf = (verb: Verb): RootRule => (verb.kind === 'CASE' ? 'SIGNED_IN' : verb.by);

/** Makes one mutation of every verb: `orderClaim(input: OrderClaimInput!): OrderClaimPayload!`. */
export function mutationResolvers(verbs: readonly Verb[]): NonNullable<unknown>[] {
  return callable(verbs).map(mutationOf);
}

function mutationOf(verb: Verb): NonNullable<unknown> {
  const name = nameOf(verb);
  const payload = payloadOf(verb, capitalised(name));
  const input = callInputOf(verb, capitalised(name));
  const resolver = classNamed(`${capitalised(name)}Mutation`);
  const prototype = resolver.prototype as Record<string, unknown>;
  prototype[name] = input
    ? (given: Input, context: Context) => call(verb, given, context)
    : (context: Context) => call(verb, {}, context);
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
  Mutation(() => payload, { description: describe(verb.label, verb.about) })(prototype, name, descriptor);
  if (input) Arg('input', () => input, { description: '填写内容 — What the caller says.' })(prototype, name, 0);
  Ctx()(prototype, name, input ? 1 : 0);
  Resolver()(resolver);
  return resolver;
}

/** The fields of the verb, and those that the engine reads: which case, which version, which key. */
function callInputOf(verb: Verb, name: string) {
  const noun = nounOf(verb);
  const keyed = verb.kind === 'CREATE' || verb.keyed;
  if (verb.kind !== 'CASE' && !keyed && Object.keys(verb.fields).length === 0) return null;
  const input = inputTypeOf(`${name}Input`, describe(verb.label, `Input of ${nameOf(verb)}.`), verb.fields);
  const add = (key: string, type: () => NonNullable<unknown>, nullable: boolean, description: string) =>
    GraphField(type, { nullable, description })(input.prototype as object, key);
  if (verb.kind === 'CASE') {
    add(`${noun}Id`, () => ID, false, `${verb.case.process.label}编号 — The ${noun} that is acted upon.`);
    add(
      'expectedVersion',
      () => Int,
      true,
      '所见版本 — The version the caller saw; refused with STALE_VERSION if it is no longer the present one.',
    );
  }
  if (keyed)
    add(
      'idempotencyKey',
      () => String,
      false,
      '防重复编号 — Made by the caller, 8 to 200 characters; repeated calls with one key have one effect.',
    );
  return input;
}

function payloadOf(verb: Verb, name: string) {
  const payload = classNamed(`${name}Payload`);
  ObjectType(`${name}Payload`, { description: describe(`${verb.label}结果`, `What ${nameOf(verb)} answers.`) })(
    payload,
  );
  const prototype = payload.prototype as object;
  const show = ({ field, type }: Shows, description: string) =>
    GraphField(type, { nullable: true, description })(prototype, field);
  if (verb.kind === 'PLAIN') show(verb.shows, '结果 — Null when refused.');
  else
    show(
      { field: nounOf(verb), type: verb.case.type },
      `${verb.case.process.label} — As it stands after the call; null when refused.`,
    );
  if (verb.kind === 'CASE' && verb.shows)
    show(verb.shows, '仅此一次 — Told to this caller only, and recorded; null when refused.');
  GraphField(() => [UserErrorType], { description: '办理提示 — Why it was refused; empty when it was done.' })(
    prototype,
    'userErrors',
  );
  return payload;
}

async function call(verb: Verb, given: Input, context: Context): Promise<Input> {
  const outcome = await performOnce(verb, given, context);
  return { ...(await shown(verb, outcome, context)), userErrors: errorsOf(outcome) };
}

/** Calls the verb, unless it was called already for this operation. */
export function performOnce(verb: Verb, given: Input, context: Context): Promise<Outcome> {
  const { house, viewer, requestId, exchange } = context;
  context.performed ??= perform(verb, callOf(verb, given), { house, viewer, requestId, exchange }).finally(() =>
    context.forget(),
  );
  return context.performed;
}

export const errorsOf = (outcome: Outcome): UserErrorType[] => (outcome.ok ? [] : [userErrorOf(outcome.refusal)]);

function callOf(verb: Verb, { idempotencyKey, expectedVersion, ...rest }: Input): Call {
  const key = `${nounOf(verb)}Id`;
  const { [key]: subject, ...input } = rest;
  return {
    input: verb.kind === 'CASE' ? input : rest,
    idempotencyKey: (idempotencyKey as string | undefined) ?? null,
    expectedVersion: (expectedVersion as number | undefined) ?? null,
    subjectId: verb.kind === 'CASE' ? String(subject).toLowerCase() : null,
  };
}

async function shown(verb: Verb, outcome: Outcome, context: Context): Promise<Input> {
  if (!outcome.ok) return {};
  if (verb.kind === 'PLAIN') return { [verb.shows.field]: outcome.value };
  const subject = await context.load(verb.case.shown, outcome.subjectId);
  const extra = verb.kind === 'CASE' && verb.shows ? { [verb.shows.field]: outcome.shown } : {};
  return { [nounOf(verb)]: subject, ...extra };
}
