import { ActionsPeopleDocument, type ActionsPeopleQuery } from '../gql/graphql.ts';
import { type Around, type Found, type Lookup, orAll, read } from './lookup.ts';

type Official = ActionsPeopleQuery['people']['nodes'][number];

const officeOf = ({ roleLabel, scopeName }: Official['posts'][number]) => `${roleLabel}（${scopeName}）`;

/** Before anything is typed in, those whom the viewer works with. */
async function officials(text: string, { place }: Around): Promise<readonly Official[]> {
  const search = orAll(text);
  const near = search === null ? place : null;
  const { people } = await read(ActionsPeopleDocument, {
    ...{ search, unit: near?.unit ?? null, division: near?.division ?? null },
  });
  return people.nodes;
}

export const persons: Lookup = {
  find: async (text, around) => {
    const found = await officials(text, around);
    return found.map(({ id, name, posts }) => ({ value: id, label: name, about: posts.map(officeOf).join('，') }));
  },
};

/** Offices, each under the name of whoever holds it. */
export const posts: Lookup = {
  find: async (text, around) => {
    const found = await officials(text, around);
    return found.flatMap(({ name, posts: held }) =>
      held.map((post): Found => ({ value: post.id, label: `${name} ${officeOf(post)}` })),
    );
  },
};
