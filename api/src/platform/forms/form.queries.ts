import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Context } from '../graphql/context.ts';
import { callable } from '../graphql/mutations.ts';
import type { ModulePolicy } from '../graphql/policy.ts';
import { nameOf } from '../process/verb.ts';
import { formOf } from './form.ts';
import { ActionFormType } from './form.type.ts';

@Resolver()
export class FormQueries {
  @Query(() => ActionFormType, {
    nullable: true,
    description: '办理表单 — The form of a mutation, derived from its verb and the process table; null for what is no mutation.',
  }) // prettier-ignore
  actionForm(
    @Arg('mutation', () => String, { description: '接口名称 — Such as `orderClaim`.' }) mutation: string,
    @Ctx() { house }: Context,
  ): ActionFormType | null {
    const verb = callable(house.verbs).find((one) => nameOf(one) === mutation);
    return verb ? formOf(verb, house.documents) : null;
  }
}

/** A form says nothing of any case. */
export const formPolicy: ModulePolicy = {
  roots: { 'Query.actionForm': 'SIGNED_IN' },
  types: { ActionForm: 'public', FormField: 'public', FormChoice: 'public', FormDuty: 'public' },
};
