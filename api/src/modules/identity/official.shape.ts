import { ROLES, type Role } from '../../kernel/viewer.ts';
import { Parameters } from '../../platform/reads/parameters.ts';
import type { Loading } from '../../platform/graphql/context.ts';
import { choice, id, instant, text } from '../../platform/reads/fields/column.ts';
import { many } from '../../platform/reads/fields/many.ts';
import { told, workedOut } from '../../platform/reads/fields/worked-out.ts';
import { expression } from '../../platform/reads/json-text.ts';
import { quoted } from '../../platform/reads/predicate-sql.ts';
import { readRows } from '../../platform/reads/rows.ts';
import { defineShape, type Shape } from '../../platform/reads/shape.ts';
import { RoleEnum } from './identity.enums.ts';
import { NO_OFFICE, officialVisible } from './official.policy.ts';

const AWAY = NO_OFFICE.map(quoted).join(', ');

/** SQL: is the post an office that is held at the moment? */
export const heldSql = (post: string, parameters: Parameters): string => {
  const now = parameters.now();
  return `${post}.role NOT IN (${AWAY}) AND ${post}.starts_at <= ${now} AND (${post}.ends_at IS NULL OR ${post}.ends_at > ${now})`;
};

// The unit stands in a module above this one; what is joined is its id and name.
const scopeSql = (scope: string) =>
  `coalesce((SELECT d.label FROM division d WHERE d.code = ${scope}), (SELECT u.name FROM unit u WHERE u.id = CASE WHEN length(${scope}) = 36 THEN ${scope}::uuid END), ${scope})`;

const scopeNames: Loading<string, string> = async (scopes, { house }) => {
  const rows = await house.database.query<{ name: string }>(
    'names-of-scopes',
    `SELECT ${scopeSql('s.scope')} AS name FROM unnest($1::text[]) WITH ORDINALITY AS s (scope, place) ORDER BY s.place`,
    [scopes],
  );
  return rows.map(({ name }) => name);
};

const labels = () => Object.fromEntries((Object.keys(ROLES) as Role[]).map((role) => [role, ROLES[role].label]));
const labelSql = (role: string) => `(${quoted(JSON.stringify(labels()))}::jsonb ->> ${role})`;

/** SQL: the offices of a person in one line, such as 社区干部 · 引渭路社区、镇街审单员 · 中山东路街道. */
const officesSql = (person: string, parameters: Parameters) =>
  `coalesce((SELECT string_agg(${labelSql('h.role')} || ' · ' || ${scopeSql('h.scope')}, '、' ORDER BY h.starts_at, h.id)
    FROM post h WHERE h.person_id = ${person} AND ${heldSql('h', parameters)}), '')`;

const officesOf: Loading<string, string> = async (ids, context) => {
  const parameters = new Parameters();
  const wanted = parameters.add(ids, 'uuid[]');
  const text = `SELECT ${officesSql('p.id', parameters)} AS offices FROM unnest(${wanted}) WITH ORDINALITY AS p (id, place) ORDER BY p.place`;
  return (await readRows(text, parameters, context)).map(({ offices }) => offices as string);
};

export const OfficialPost: Shape = defineShape('OfficialPost', {
  about: '职务 — An office that somebody holds at a place or unit.',
  table: 'post',
  key: 'id',
  fields: {
    id: id('编号 — Identity of the post.'),
    role: choice(RoleEnum, '角色 — What the holder is.'),
    roleLabel: told('role', labels, { about: '角色名称 — The role as people read it.' }),
    scope: text('任职范围代码 — Code of the division, or id of the unit.'),
    scopeName: workedOut({
      ...{ type: () => String, about: '任职范围 — Name of the division or unit.', from: ['scope'] },
      of: (view, context) => context.load(scopeNames, view['scope'] as string),
      sql: (place) => expression(`to_json(${scopeSql(place.column('scope'))})::text`),
    }),
    startsAt: instant('任期开始 — First moment of the term.'),
    endsAt: instant('任期结束 — First moment after the term; null while none is set.', { nullable: true }),
  },
});

export const Official: Shape = defineShape('Official', {
  about: '工作人员 — An official or somebody of a unit, by name and office. How to reach them is not told.',
  table: 'person',
  key: 'id',
  visible: officialVisible,
  links: {
    inOffice: (p, parameters) =>
      `EXISTS (SELECT FROM post o WHERE o.person_id = ${p}.id AND ${heldSql('o', parameters)})`,
    colleague: (p, parameters) => `EXISTS (SELECT FROM post o WHERE o.person_id = ${p}.id
      AND o.scope = ${parameters.term('UNIT', 'text')} AND ${heldSql('o', parameters)})`,
  },
  fields: {
    id: id('编号 — Identity of the person.'),
    name: text('姓名 — As registered.'),
    offices: workedOut({
      ...{
        type: () => String,
        about: '任职 — The offices held now in one line; empty when there are none.',
        from: ['id'],
      },
      of: (view, context) => context.load(officesOf, view['id'] as string),
      sql: (place) => expression(`to_json(${officesSql(place.column('id'), place.statement.parameters)})::text`),
    }),
    posts: many(() => OfficialPost, '现任职务 — The offices held now, longest held first.', {
      of: () => Official,
      on: (me, it, parameters) => `${it}.person_id = ${me}.id AND ${heldSql(it, parameters)}`,
      order: (it) => `${it}.starts_at, ${it}.id`,
      limit: 50,
    }),
  },
});
