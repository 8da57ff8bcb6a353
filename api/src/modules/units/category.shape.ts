import { Field, ObjectType } from 'type-graphql';
import { LIMIT_WORDS, readLimit, sayLimit } from '../../kernel/limit.ts';
import { flag, id, int, text } from '../../platform/reads/fields/column.ts';
import { workedOut, wordSql } from '../../platform/reads/fields/worked-out.ts';
import { expression, listSql, objectText, textSql, type JsonText } from '../../platform/reads/json-text.ts';
import { byKey } from '../../platform/reads/rows.ts';
import { below } from '../../platform/reads/selected.ts';
import { defineShape, type Shape } from '../../platform/reads/shape.ts';

@ObjectType('CategoryLimit', {
  description: '类别时限 — How long an action may take where a category differs from the process.',
})
class CategoryLimitType {
  @Field(() => String, { description: '环节 — The action, e.g. `finish`.' })
  action!: string;

  @Field(() => String, { description: '时限 — Spelled `15WD`, `14D`, `24H` or `30M`.' })
  limit!: string;

  @Field(() => String, { description: '时限说明 — As people read it, e.g. 15个工作日.' })
  label!: string;
}

/** The columns of a limit as JSON text: `15WD` is read as 15 and the words for WD. */
const LIMIT: Readonly<Record<string, JsonText>> = {
  action: expression('to_json(l.key)::text'),
  limit: expression('to_json(l.value)::text'),
  label: expression(
    `('"' || substring(l.value FROM '^[0-9]+') || ltrim(${wordSql(LIMIT_WORDS, `substring(l.value FROM '[A-Z]+$')`)}, '"'))`,
  ),
  __typename: ['"CategoryLimit"'],
};

const limits = workedOut({
  type: () => [CategoryLimitType],
  about: '时限 — Where it differs from the process.',
  from: ['limits'],
  of: ({ limits: given }) =>
    Object.entries(given as Readonly<Record<string, string>>).map(([action, limit]): CategoryLimitType => {
      return { action, limit, label: sayLimit(readLimit(limit)) };
    }),
  sql: (place, selected) => {
    const object = objectText(below(selected).map(({ key, name }) => [key, LIMIT[name]!]));
    return expression(`(SELECT ${listSql(textSql(object))} FROM jsonb_each_text(${place.column('limits')}) l)`);
  },
});

export const ServiceCategory: Shape = defineShape('ServiceCategory', {
  about: '服务类别 — What people ask for and units can do.',
  table: 'service_category',
  ...{ key: 'code', keyType: 'text' },
  fields: {
    code: id('代码 — Capital letters, digits and underscores.'),
    name: text('名称 — As people read it.'),
    groupName: text('分组 — Under which it is listed.'),
    about: text('说明 — What belongs to it.'),
    active: flag('启用 — Whether it can be chosen.'),
    position: int('顺序 — Its place in lists.'),
    limits,
  },
});

export const categoryByCode = byKey(ServiceCategory);
