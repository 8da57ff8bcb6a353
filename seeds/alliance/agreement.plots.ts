import { dayOf } from '../../api/src/kernel/calendar.ts';
import type { AgreementRow } from '../../api/src/modules/alliance/agreement/agreement.row.ts';
import type { UnitKind } from '../../api/src/modules/units/index.ts';
import type { Act } from '../chronicle.ts';
import type { Figure } from '../people.seed.ts';
import { between, pick, type Random } from '../random.ts';
import * as texts from './agreement.texts.ts';

/** Who acts for the two sides, and over them. */
export interface Sides {
  /** Writes for the alliance. */
  readonly writer: Figure;
  readonly head: Figure;
  readonly liaison: Figure;
  readonly lead: Figure;
  readonly committee: Figure;
}

export interface Plot {
  readonly kind: UnitKind;
  readonly sides: Sides;
  readonly clauses: readonly string[];
  /** The unit answered with another text, which became the one in force. */
  readonly isCountered: boolean;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly random: Random;
  /** Office hours so many days from the first day. */
  readonly day: (days: number) => Date;
}

type AgreementAct = Act<AgreementRow>;

const NOTHING = { scan: [] };

/** The text to which both agreed. */
const textOf = ({ kind, clauses, isCountered }: Plot) => (isCountered ? texts.counteredBy(kind, clauses) : clauses);

/** At the table: sent, perhaps answered with another text, agreed to. Gives the acts, the last of them `days` before the first day. */
export function negotiated(plot: Plot, days: number): readonly AgreementAct[] {
  const { sides, day, isCountered, random, startsOn, endsOn } = plot;
  const sent: AgreementAct = {
    ...{ action: 'send', at: day(-days - 9), by: sides.writer, input: { note: texts.NOTES[0] } },
  };
  if (!isCountered)
    return [sent, { action: 'agree', at: day(-days - between(random, 1, 6)), by: sides.liaison, input: {} }];
  const input = { clauses: textOf(plot), startsOn, endsOn, note: texts.NOTES[1] };
  return [
    sent,
    { action: 'counter', at: day(-days - 6), by: sides.lead, input },
    { action: 'agree', at: day(-days - 1), by: sides.writer, input: {} },
  ];
}

/** Both sign. */
export const signed = ({ sides, day }: Plot, days: number): readonly AgreementAct[] => [
  { action: 'sign', at: day(-days), by: sides.head, input: NOTHING },
  { action: 'sign', at: day(-days + 3), by: sides.lead, input: NOTHING },
  {
    ...{ action: 'nameLiaison', at: day(-days + 4), by: sides.lead, effect: { data: { side: 'UNIT' } } },
    change: (row) => void (row.unitLiaisonId = sides.liaison.id),
  },
];

const YEAR = 365;

/** Each side says what it did, the street reviews: once a year, so long after the first day. */
export function reviewed({ sides, day, kind, random }: Plot, year: number): readonly AgreementAct[] {
  const kept = random() < 0.9;
  const days = year * YEAR - between(random, 12, 25);
  const verdict = kept ? 'FULFILLED' : 'WARNED';
  return [
    { action: 'stateFulfilment', at: day(days), by: sides.liaison, input: { items: texts.fulfilled(kind, kept) } },
    { action: 'stateFulfilment', at: day(days + 1), by: sides.writer, input: { items: texts.ALLIANCE_DID } },
    { action: 'review', at: day(days + 6), by: sides.committee, input: { verdict, remark: kept ? texts.PRAISE : texts.WARNING } }, // prettier-ignore
  ];
}

/** Another text, to which the other side agrees, or has not yet. */
export function amended(plot: Plot, days: number, isAgreed: boolean): readonly AgreementAct[] {
  const { sides, day } = plot;
  const input = { clauses: texts.amended(textOf(plot)), note: texts.NOTES[2], ...NOTHING };
  const proposed: AgreementAct = { action: 'proposeAmendment', at: day(days), by: sides.head, input };
  const accepted: AgreementAct = { action: 'acceptAmendment', at: day(days + 4), by: sides.lead, input: NOTHING };
  return isAgreed ? [proposed, accepted] : [proposed];
}

/** A later end, to which the other side agrees, or has not yet. */
export function renewed({ sides, day, endsOn }: Plot, days: number, isAgreed: boolean): readonly AgreementAct[] {
  const later = dayOf(new Date(Date.parse(endsOn) + 2 * YEAR * 86_400_000));
  const input = { endsOn: later, note: null, ...NOTHING };
  const proposed: AgreementAct = { action: 'proposeRenewal', at: day(days), by: sides.lead, input };
  const accepted: AgreementAct = { action: 'acceptRenewal', at: day(days + 2), by: sides.head, input: NOTHING };
  return isAgreed ? [proposed, accepted] : [proposed];
}

/** Notice of the unit; perhaps it is taken back. */
export function noticed({ sides, day, random }: Plot, days: number, isRecalled: boolean): readonly AgreementAct[] {
  const given: AgreementAct = { action: 'terminate', at: day(days), by: sides.lead, input: { reason: pick(random, texts.WHY_ENDED) } }; // prettier-ignore
  const recall: AgreementAct = { action: 'recall', at: day(days + 5), by: sides.lead, input: { reason: texts.WHY_RECALLED } }; // prettier-ignore
  return isRecalled ? [given, recall] : [given];
}

export const givenUp = ({ sides, day }: Plot, days: number): readonly AgreementAct[] => [
  { action: 'withdraw', at: day(-days), by: sides.head, input: { reason: texts.WHY_WITHDRAWN } },
];
