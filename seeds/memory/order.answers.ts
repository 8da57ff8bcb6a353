import { between } from '../random.ts';
import type { Offer, Rating, Share } from './kept.ts';
import { memberUnits } from './registry.answers.ts';
import { newId, orderIn, type Answers, type Store } from './store.ts';

const MINUTE = 60_000;

/** What the statements of orders answer that change who may claim, who claimed and who takes part. */
export function claimAnswers(store: Store): Answers {
  const order = (id: string) => orderIn(store, id);
  const live = (id: string) => order(id).claims.filter(({ releasedAt }) => releasedAt === null);
  return {
    'offer-order': ([id, units, round, offeredAt]: [string, readonly string[], number, Date]) => {
      const { audience } = order(id);
      const added = units.filter((unit) => !audience.some(({ unitId }) => unitId === unit));
      audience.push(...added.map((unitId) => offerTo(store, { unitId, round, offeredAt })));
      return added.map((unitId) => ({ unitId }));
    },
    'audience-of-order': ([id]: [string]) => order(id).audience,
    'units-that-saw': ([id]: [string]) =>
      order(id).audience.filter(({ deliveredAt }) => deliveredAt !== null && deliveredAt <= store.now),
    'claimable-order': ([id, unitId, at]: [string, string | null, Date]) => {
      const unitState = (unitId && store.world.units.get(unitId)?.state) ?? null;
      const { row, audience } = order(id);
      const members = memberUnits(store, [row.streetCode, row.communityCode], { at, category: null });
      const member = members.some((one) => one.unitId === unitId);
      return [{ unitState, member, audience: audience.map((offer) => offer.unitId) }];
    },
    'claim-order': ([, id, unitId, personId, round, assigned, claimedAt]: ClaimValues) => {
      if (live(id).length > 0) throw new Error(`The order ${id} is claimed`);
      const claim = { id: newId(store), unitId, personId, round, assigned, claimedAt, releasedAt: null, atFault: null };
      order(id).claims.push(claim);
      return [];
    },
    'live-claim': ([id]: [string]) => live(id),
    'end-claim': ([id, releasedAt, atFault]: [string, Date, boolean | null]) => {
      for (const claim of live(id)) Object.assign(claim, { releasedAt, atFault });
      return [];
    },
    'end-shares': ([id]: [string]) => {
      for (const share of order(id).shares.values()) if (share.state !== 'DECLINED') share.state = 'ENDED';
      return [];
    },
    'invite-units': ([id, units, part, invitedAt]: [string, readonly string[], string, Date]) => {
      for (const unitId of units)
        order(id).shares.set(unitId, { unitId, part, state: 'INVITED', invitedAt, answeredAt: null });
      return units.map((unitId) => ({ unitId }));
    },
    'answer-share': ([id, unitId, state, answeredAt]: [string, string, Share['state'], Date]) => {
      const share = order(id).shares.get(unitId);
      if (share?.state !== 'INVITED') return [];
      return [Object.assign(share, { state, answeredAt })];
    },
  };
}

type ClaimValues = [string, string, string, string, number, boolean, Date];

/** Most units look at their hall within an hour and a half; what some never looked at stays undelivered. */
function offerTo({ random }: Store, offer: Omit<Offer, 'deliveredAt'>): Offer {
  const minutes = between(random, 0, 90);
  return { ...offer, deliveredAt: random() < 0.85 ? new Date(offer.offeredAt.getTime() + minutes * MINUTE) : null };
}

/** What the other statements of orders answer: links, merging, ratings, evaluations, followers, urging. */
export function wordAnswers(store: Store): Answers {
  const order = (id: string) => orderIn(store, id);
  const mergedInto = (id: string) => [...store.merged].map(order).filter(({ row }) => row.masterId === id);
  return {
    'order-links': ([id, unitId, residentId, entererId]: [string, ...(string | null)[]]) => {
      const eligible = order(id).audience.some((offer) => offer.unitId === unitId);
      const share = (unitId && order(id).shares.get(unitId)?.state) ?? null;
      const merged = mergedInto(id).some(({ row }) =>
        residentId ? row.ordererId === residentId : row.onBehalf && row.entererId === entererId,
      );
      return [{ eligible, share, merged }];
    },
    'merged-orders': ([id]: [string]) => mergedInto(id).slice(0, 1),
    'lock-master': ([id]: [string]) => {
      const { row } = order(id);
      return row.masterId ? [] : [{ state: row.state, round: row.round, street: row.streetCode, number: row.number }];
    },
    'tell-master': ([id, , joins]: [string, string, string | null]) => {
      const { row } = order(id);
      row.mergedOrdererIds = [...new Set([...row.mergedOrdererIds, ...(joins ? [joins] : [])])];
      return [];
    },
    'voices-of-order': ([id, round]: [string, number]) =>
      [order(id), ...mergedInto(id)].map(({ row: { id: voice, ordererId, entererId, onBehalf } }) => {
        const said = order(id).ratings.find((rating) => rating.round === round && rating.voiceId === voice);
        // Nobody in the demo world has signed in yet.
        return { id: voice, ordererId, entererId, onBehalf, signsIn: false, word: said ? wordOf(said) : null };
      }),
    'rate-order': ([id, round, voiceId, personId, relayed, satisfied, score, text, at]: RatingValues) => {
      order(id).ratings.push({ round, voiceId, personId, relayed, satisfied, score, text, at });
      return [];
    },
    'evaluate-order': ([id, round, grade, text, personId, at]: [string, number, string, string, string, Date]) => {
      if (order(id).evaluations.some((one) => one.round === round)) return [];
      return [order(id).evaluations.push({ round, grade, text, personId, at })];
    },
    'follow-order': ([id, personId]: [string, string]) => {
      const { followerIds } = order(id).row;
      // In place: to follow changes nothing of the order for others, not even its version.
      if (!followerIds.includes(personId)) followerIds.push(personId);
      return [];
    },
    'last-urge': ([id, personId]: [string, string]) => {
      const urged = (event: (typeof store.events)[number]) =>
        event.subject_id === id && event.action === 'urge' && event.person_id === personId;
      return store.events
        .filter(urged)
        .slice(-1)
        .map(({ at }) => ({ at: new Date(at) }));
    },
  };
}

const wordOf = ({ relayed }: Rating) => (relayed ? 'RELAYED' : 'OWN');

type RatingValues = [string, number, string, string, boolean, boolean, number | null, string | null, Date];
