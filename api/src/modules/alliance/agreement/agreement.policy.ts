import {
  acts,
  all,
  any,
  atLeast,
  holds,
  is,
  isEmpty,
  link,
  not,
  oneOf,
  type Predicate,
} from '../../../kernel/predicate.ts';
import { unitOf, type Viewer } from '../../../kernel/viewer.ts';
import type { Side } from './agreement.choices.ts';
import type { AgreementRelation } from './agreement.process.ts';

const inStreet = is('streetCode', 'SCOPE');
const ofStreet = all(isEmpty('communityCode'), inStreet);
const ofCommunity = is('communityCode', 'SCOPE');

const allianceSide = any(
  all(acts('COMMUNITY_WORKER', 'COMMUNITY_SECRETARY'), ofCommunity),
  all(acts('STREET_COMMITTEE'), ofStreet),
);
const allianceHead = any(all(acts('COMMUNITY_SECRETARY'), ofCommunity), all(acts('STREET_COMMITTEE'), ofStreet));
const unitSide = all(acts('UNIT_LIAISON', 'UNIT_LEAD'), is('unitId', 'UNIT'));
const unitHead = all(acts('UNIT_LEAD'), is('unitId', 'UNIT'));
const committee = all(acts('STREET_COMMITTEE'), inStreet);

/** The side whose turn it is, or that has not signed: told by who of the two a column names. */
const named = (column: string, alliance: Predicate, unit: Predicate): Predicate =>
  any(all(alliance, oneOf(column, ['ALLIANCE'])), all(unit, oneOf(column, ['UNIT'])));
const notNamed = (column: string): Predicate =>
  any(all(allianceHead, not(oneOf(column, ['ALLIANCE']))), all(unitHead, not(oneOf(column, ['UNIT']))));
/** The head of the side that did not propose. */
const other = (column: string): Predicate => all(not(isEmpty(column)), notNamed(column));

/** The relations in which a viewer stands to an agreement. The process table says what each may do. */
export const agreementRelations: Readonly<Record<AgreementRelation, Predicate>> = {
  ALLIANCE_SIDE: allianceSide,
  ALLIANCE_HEAD: allianceHead,
  UNIT_SIDE: unitSide,
  UNIT_HEAD: unitHead,
  ANSWERING_SIDE: named('turnSide', allianceSide, unitSide),
  SIGNER: notNamed('signedSide'),
  AMENDMENT_DECIDER: other('amendmentSide'),
  RENEWAL_DECIDER: other('renewalSide'),
  NOTICE_GIVER: named('noticeSide', allianceHead, unitHead),
  STREET_COMMITTEE: committee,
};

/** The two sides and those who oversee them. The unit does not see what was never put before it. */
const insiders = any(
  allianceSide,
  committee,
  all(unitSide, atLeast('versionNo', 1)),
  all(acts('SUPERVISOR', 'DISTRICT_LEADER'), is('districtCode', 'SCOPE')),
);

/** May the viewer know that the agreement exists? One that took effect is known to everybody, as membership is. */
export const agreementVisible: Predicate = any(insiders, not(isEmpty('activeAt')));

/** What of a visible agreement the viewer may read: to others it is parties, term and state. */
export const agreementSight = { text: insiders } as const;

/** Something waits for this viewer. */
export const awaitsViewer: Predicate = any(
  all(oneOf('state', ['NEGOTIATING']), agreementRelations.ANSWERING_SIDE),
  all(oneOf('state', ['TO_SIGN', 'ONE_SIGNED']), agreementRelations.SIGNER),
  all(oneOf('state', ['ACTIVE', 'EXPIRING']), agreementRelations.AMENDMENT_DECIDER),
  all(oneOf('state', ['EXPIRING']), agreementRelations.RENEWAL_DECIDER),
);

/** Scans of signed pages are read by whoever reads the text. */
export const scanVisible: Predicate = link('text');

const ask = (predicate: Predicate, row: object, viewer: Viewer) => holds(predicate, { ...row }, {}, viewer);

export function relationsOf(row: object, viewer: Viewer): ReadonlySet<AgreementRelation> {
  const relations = Object.keys(agreementRelations) as AgreementRelation[];
  return new Set(relations.filter((relation) => ask(agreementRelations[relation], row, viewer)));
}

export const isVisible = (row: object, viewer: Viewer): boolean => ask(agreementVisible, row, viewer);
export const seesText = (row: object, viewer: Viewer): boolean => ask(agreementSight.text, row, viewer);

/** For which of the two sides somebody acts who acts for one of them. */
export const sideOf = (row: { readonly unitId: string }, viewer: Viewer): Side =>
  unitOf(viewer) === row.unitId ? 'UNIT' : 'ALLIANCE';

export const otherSide = (side: Side): Side => (side === 'UNIT' ? 'ALLIANCE' : 'UNIT');
