import {
  getNamedType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  getNullableType,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** By these people know a thing again. */
const NAMES = [
  'id',
  'code',
  'number',
  'serial',
  'name',
  'title',
  'label',
  'action',
  'at',
  'kind',
  'state',
  'stateLabel',
];
/** What changes with a step. */
const STANDING = ['version', 'round', 'dueAt', 'light'];
/** How deep things without an identity are followed. */
const DEPTH = 3;

/** One thing with all that belongs to it; other things by their names. */
export const whole = (type: GraphQLObjectType): string => selected(type, () => true, brief);

/** A thing in a list: what it is, and the things it refers to, but no lists below it. */
export const listed = (type: GraphQLObjectType): string => selected(type, (field) => !isList(field), brief);

/** What a mutation answers: how the thing stands, and what may be done next. */
export function acted(type: GraphQLObjectType): string {
  if (!isNoun(type)) return whole(type);
  const standing = (field: Field) => [...NAMES, ...STANDING, 'viewerActions'].includes(field.name);
  return selected(type, standing, brief);
}

/** A page of a list. */
export function paged(connection: GraphQLObjectType): string {
  const node = objectOf(connection.getFields()['nodes']);
  const page = '{ hasNextPage endCursor }';
  return node ? `{ totalCount nodes ${listed(node)} pageInfo ${page} }` : whole(connection);
}

export const isPage = (type: GraphQLObjectType): boolean => 'pageInfo' in type.getFields();

export function objectOf(field: Field | undefined): GraphQLObjectType | null {
  const type = field && getNamedType(field.type);
  return isObjectType(type) ? type : null;
}

export const isList = (field: Field): boolean => isListType(getNullableType(field.type)) || isPageField(field);

function isPageField(field: Field): boolean {
  const type = objectOf(field);
  return type !== null && isPage(type);
}

/** A noun by its names; what has no identity of its own with everything in it. */
function brief(type: GraphQLObjectType, depth = 1): string {
  if (isPage(type)) return `{ nodes ${brief(objectOf(type.getFields()['nodes'])!, depth)} }`;
  if (isNoun(type))
    return selected(type, (field) => isLeaf(field) && (!isNamed(type) || NAMES.includes(field.name)), brief);
  const follow = (field: Field) => isLeaf(field) || (depth < DEPTH && !isList(field));
  return selected(type, follow, (inner) => brief(inner, depth + 1));
}

const isNoun = (type: GraphQLObjectType) => ['id', 'code'].some((name) => name in type.getFields());
const isNamed = (type: GraphQLObjectType) =>
  ['number', 'name', 'title', 'label'].some((name) => name in type.getFields());
const isLeaf = (field: Field) => isLeafType(getNamedType(field.type));

function selected(
  type: GraphQLObjectType,
  wanted: (field: Field) => boolean,
  inner: (type: GraphQLObjectType) => string,
): string {
  const fields = Object.values(type.getFields()).filter(
    (field) => wanted(field) && !field.deprecationReason && !field.args.some(isRequiredArgument),
  );
  const parts = fields.map((field) => {
    const object = objectOf(field);
    return object ? `${field.name} ${inner(object)}` : field.name;
  });
  return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
}
