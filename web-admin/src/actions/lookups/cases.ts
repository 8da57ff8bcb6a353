import {
  ActionsMatchesDocument,
  ActionsMeetingsDocument,
  ActionsNeedDocument,
  ActionsNeedsDocument,
  ActionsOfferDocument,
  ActionsOffersDocument,
  ActionsOrderDocument,
  ActionsOrdersDocument,
  ActionsProjectDocument,
  ActionsProjectsDocument,
  ActionsResolutionsDocument,
  type LookupOfferFragment,
  type LookupOrderFragment,
} from '../gql/graphql.ts';
import { spellDay } from '../../parts/instant.ts';
import { type Around, each, type Found, type Lookup, orAll, read } from './lookup.ts';

const orderFound = ({ id, number, title, stateLabel }: LookupOrderFragment): Found => ({
  value: id,
  label: [number, title].filter(Boolean).join(' '),
  about: stateLabel,
});

/** Others like this order come first. */
async function likeIt({ noun, subjectId }: Around): Promise<readonly Found[]> {
  if (noun !== 'order' || subjectId === null) return [];
  const { order } = await read(ActionsOrderDocument, { id: subjectId });
  return (order?.duplicates ?? []).map(orderFound);
}

export const orders: Lookup = {
  find: async (text, around) => {
    const like = text === '' ? await likeIt(around) : [];
    const data = await read(ActionsOrdersDocument, { search: orAll(text) });
    const all = [...like, ...data.orders.nodes.map(orderFound)];
    return all.filter(
      ({ value }, index) => value !== around.subjectId && all.findIndex((one) => one.value === value) === index,
    );
  },
  named: (ids) =>
    each(ids, async (id) => {
      const { order } = await read(ActionsOrderDocument, { id });
      return order ? orderFound(order) : null;
    }),
};

const offerFound = ({ id, title, unit }: LookupOfferFragment): Found => ({
  value: id,
  label: title,
  about: unit.shortName,
});

export const offers: Lookup = {
  find: async (text, { noun, subjectId }) => {
    if (noun === 'need' && subjectId !== null && text === '') {
      const { need } = await read(ActionsMatchesDocument, { id: subjectId });
      return (need?.matches ?? []).map(({ offer, reasons }) => {
        const found = offerFound(offer);
        return { ...found, about: [found.about, ...reasons.map(({ label }) => label)].join('，') };
      });
    }
    const data = await read(ActionsOffersDocument, { search: orAll(text) });
    return data.resourceOffers.nodes.map(offerFound);
  },
  named: (ids) =>
    each(ids, async (id) => {
      const { resourceOffer } = await read(ActionsOfferDocument, { id });
      return resourceOffer ? offerFound(resourceOffer) : null;
    }),
};

const titled = ({ id, title, stateLabel }: { id: string; title: string; stateLabel: string }): Found => ({
  ...{ value: id, label: title, about: stateLabel },
});

export const needs: Lookup = {
  find: async (text) => (await read(ActionsNeedsDocument, { search: orAll(text) })).needs.nodes.map(titled),
  named: (ids) =>
    each(ids, async (id) => {
      const { need } = await read(ActionsNeedDocument, { id });
      return need ? titled(need) : null;
    }),
};

export const projects: Lookup = {
  find: async (text) => (await read(ActionsProjectsDocument, { search: orAll(text) })).projects.nodes.map(titled),
  named: (ids) =>
    each(ids, async (id) => {
      const { project } = await read(ActionsProjectDocument, { id });
      return project ? titled(project) : null;
    }),
};

export const meetings: Lookup = {
  whole: true,
  find: async () => {
    const data = await read(ActionsMeetingsDocument, {});
    return data.jointMeetings.nodes.map(({ id, title, startsAt, stateLabel }) => ({
      ...{ value: id, label: title, about: `${spellDay(startsAt)} ${stateLabel}` },
    }));
  },
};

export const resolutions: Lookup = {
  whole: true,
  find: async (_text, { noun, subjectId }) => {
    const data = await read(ActionsResolutionsDocument, {});
    const others = data.resolutions.nodes.filter(({ id }) => noun !== 'resolution' || id !== subjectId);
    return others.map(({ id, text, stateLabel }) => ({ value: id, label: text, about: stateLabel }));
  },
};
