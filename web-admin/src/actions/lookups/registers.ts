import {
  ActionsAlliancesDocument,
  ActionsBodiesDocument,
  ActionsCategoriesDocument,
  ActionsSeatsDocument,
  ActionsUnitDocument,
  ActionsUnitsDocument,
  type LookupUnitFragment,
} from '../gql/graphql.ts';
import { each, type Found, type Lookup, orAll, read } from './lookup.ts';

const unitFound = ({ id, name, division }: LookupUnitFragment): Found => ({
  value: id,
  label: name,
  about: division.label,
});

export const units: Lookup = {
  find: async (text) => {
    const data = await read(ActionsUnitsDocument, { search: orAll(text) });
    return data.units.nodes.map(unitFound);
  },
  named: (ids) =>
    each(ids, async (id) => {
      const { unit } = await read(ActionsUnitDocument, { id });
      return unit ? unitFound(unit) : null;
    }),
};

export const categories: Lookup = {
  whole: true,
  find: async () => {
    const data = await read(ActionsCategoriesDocument, {});
    return data.serviceCategories.map(({ code, name, groupName }) => ({ value: code, label: name, group: groupName }));
  },
};

export const alliances: Lookup = {
  whole: true,
  find: async () => {
    const data = await read(ActionsAlliancesDocument, {});
    return data.alliances.nodes.map(({ id, name }) => ({ value: id, label: name }));
  },
};

export const bodies: Lookup = {
  whole: true,
  find: async () => {
    const data = await read(ActionsBodiesDocument, {});
    return data.bodies.nodes.map(({ id, name }) => ({ value: id, label: name }));
  },
};

export const seats: Lookup = {
  whole: true,
  find: async () => {
    const data = await read(ActionsSeatsDocument, {});
    return data.seats.nodes.map(({ id, duties, body, holder }) => ({
      ...{ value: id, label: `${body.name}：${duties}` },
      about: holder?.name ?? undefined,
    }));
  },
};
