import type { Loading } from '../../platform/graphql/context.ts';
import { orNull, sealedSql, type JsonText } from '../../platform/reads/json-text.ts';
import type { Statement } from '../../platform/reads/place.ts';
import { openContact, SEALED, type Contact } from './person.ts';
import { guardOfUsername, lockedUntil } from './sign-in-guard.ts';
import type { PersonKind } from './identity.choices.ts';
import type { PersonView } from './person.type.ts';

interface PersonRow {
  readonly id: string;
  readonly kind: PersonKind;
  readonly shownName: string;
  readonly ownName: Buffer | null;
}

/** People as everybody may know them: officials by name, residents by what is left of theirs, oneself in full. */
export const personById: Loading<string, PersonView | null> = async (ids, { house, viewer }) => {
  const rows = await house.database.query<PersonRow>(
    'persons-by-id',
    `SELECT id, kind, coalesce(name, name_masked) AS "shownName", CASE WHEN id = $2::uuid THEN name_sealed END AS "ownName"
     FROM person WHERE id = ANY ($1::uuid[])`,
    [ids, viewer.personId],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = found.get(id);
    return row
      ? { id, kind: row.kind, displayName: row.ownName ? house.sealer.open(row.ownName) : row.shownName }
      : null;
  });
};

/** The same name in a statement, of the person whose id is in a column. */
export function displayNameSql(personId: string, { parameters }: Statement): JsonText {
  const own = `p.id = ${parameters.term('PERSON', 'uuid')} AND p.name_sealed IS NOT NULL`;
  const name = `CASE WHEN ${own} THEN ${sealedSql('p.name_sealed')} ELSE to_json(coalesce(p.name, p.name_masked))::text END`;
  return orNull(`(SELECT ${name} FROM person p WHERE p.id = ${personId})`);
}

/** The names by which people are known to the viewer. */
export const personNameById: Loading<string, string | null> = (ids, context) =>
  Promise.all(ids.map(async (id) => (await context.load(personById, id))?.displayName ?? null));

/** The viewer's own contact details; nobody else's. */
export const ownContact: Loading<string, Contact | null> = async (ids, { house, viewer }) => {
  const own = ids.filter((id) => id === viewer.personId);
  if (own.length === 0) return ids.map(() => null);
  type Row = Parameters<typeof openContact>[1];
  const [row] = await house.database.query<Row>('own-contact', `SELECT ${SEALED} FROM person WHERE id = $1`, [
    viewer.personId,
  ]);
  return ids.map((id) => (row && id === viewer.personId ? openContact(house.sealer, row) : null));
};

/** Until when too many failures keep a user name out. */
export const usernameLockedUntil: Loading<string, Date | null> = (usernames, { house }) =>
  lockedUntil(
    house,
    usernames.map((username) => guardOfUsername(house, username)),
  );

/** Codes of the communities in which people have reported in (双报到), earliest first. */
export const reportedIn: Loading<string, readonly string[]> = async (personIds, { house }) => {
  const rows = await house.database.query<{ personId: string; communities: string[] }>(
    'persons-reported-in',
    `SELECT person_id AS "personId", array_agg(community ORDER BY since, community) AS communities
     FROM person_attachment WHERE person_id = ANY ($1::uuid[]) GROUP BY person_id`,
    [personIds],
  );
  const found = new Map(rows.map((row) => [row.personId, row.communities]));
  return personIds.map((id) => found.get(id) ?? []);
};
