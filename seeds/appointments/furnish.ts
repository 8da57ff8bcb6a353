import { dayOf } from '../../api/src/kernel/calendar.ts';
import { placesOf } from '../../api/src/modules/divisions/index.ts';
import { BodyKind } from '../../api/src/modules/appointments/body/body.choice.ts';
import type { BodyRow } from '../../api/src/modules/appointments/body/body.row.ts';
import {
  SEAT_RULES,
  type SeatKind,
  sourceOf,
  type SeatSource,
} from '../../api/src/modules/appointments/seat/seat.choice.ts';
import type { SeatRow } from '../../api/src/modules/appointments/seat/seat.row.ts';
import { pick, uuidOf, type Random } from '../random.ts';
import type { Ally, Community } from './places.ts';

/** A seat, its body, and the unit that is to send or receive somebody; none for the community's own. */
export interface Place {
  readonly seat: SeatRow;
  readonly body: BodyRow;
  readonly ally: Ally | null;
}

const DAY = 86_400_000;
const DUTIES: Readonly<Record<SeatKind, string>> = {
  PART_TIME_MEMBER: '参加社区党组织会议，会商辖区事务，协调本单位资源服务居民。',
  PARTY_ADVISER: '指导单位党组织开展活动，通报社区工作，推动党员进社区报到。',
  CADRE: '主持物业管理委员会日常工作，督促议定事项落实。',
  PROPERTY_STAFF: '通报物业服务情况，落实居民反映的维修和环境问题。',
  POLICE: '通报治安情况，参与矛盾纠纷化解和出租房屋巡查。',
  OWNER_MEMBER: '反映业主意见，监督物业服务和公共收益使用。',
  RESIDENT_MEMBER: '收集居民意见，参加议事协商，监督办理结果。',
  UNIT_MEMBER: '协调本单位场地、人员等资源参与小区治理。',
};

/** How often a community has a seat for a kind of unit in its committee: what is missing shows in the coverage matrix. */
const WANTED: Readonly<Record<SeatSource, number>> = { POLICE: 0.75, PROPERTY: 0.7, OWNERS: 0.5, RESIDENT_UNIT: 0.6 };

/** Founds the bodies of a community and adds their seats. */
export class Furnisher {
  readonly bodies: BodyRow[] = [];
  private readonly ofUnits = new Map<string, BodyRow>();

  constructor(
    private readonly random: Random,
    private readonly at: Date,
  ) {}

  seatsOf(community: Community): Place[] {
    const committee = this.found('COMMUNITY_COMMITTEE', community);
    const property = this.random() < 0.8 ? this.found('PROPERTY_COMMITTEE', community) : null;
    return [
      ...this.committeeSeats(committee, community),
      ...(property ? this.propertySeats(property, community) : []),
      ...this.adviserSeats(community),
    ];
  }

  private committeeSeats(body: BodyRow, community: Community): Place[] {
    return (Object.keys(WANTED) as SeatSource[]).flatMap((source) => {
      const ally = this.allyFrom(community, source);
      if (!ally || this.random() > WANTED[source]) return [];
      return [this.seat(body, community, { kind: 'PART_TIME_MEMBER', source, ally })];
    });
  }

  private propertySeats(body: BodyRow, community: Community): Place[] {
    const kinds = ['CADRE', 'RESIDENT_MEMBER', 'RESIDENT_MEMBER', 'PROPERTY_STAFF', 'POLICE'] as const;
    return kinds.flatMap((kind) => {
      const { source = null } = SEAT_RULES[kind];
      const ally = source && this.allyFrom(community, source);
      return source && !ally ? [] : [this.seat(body, community, { kind, source, ally })];
    });
  }

  /** Every other community sends somebody to a unit of its own. */
  private adviserSeats(community: Community): Place[] {
    const own = community.allies.filter(({ divisionCode }) => divisionCode === community.code);
    if (own.length === 0 || this.random() < 0.35) return [];
    const ally = pick(this.random, own);
    const body = this.ofUnits.get(ally.id) ?? this.foundIn(ally);
    this.ofUnits.set(ally.id, body);
    return [this.seat(body, community, { kind: 'PARTY_ADVISER', source: null, ally })];
  }

  private allyFrom({ allies, code }: Community, source: SeatSource): Ally | null {
    const fitting = allies.filter(({ kind }) => sourceOf(kind) === source);
    const own = fitting.filter(({ divisionCode }) => divisionCode === code);
    return [...own, ...fitting][0] ?? null;
  }

  private found(kind: BodyKind, { code, label }: Community): BodyRow {
    return this.body(kind, { label, code, unitId: null });
  }

  private foundIn({ id, shortName, divisionCode }: Ally): BodyRow {
    return this.body('UNIT_PARTY', { label: shortName, code: divisionCode, unitId: id });
  }

  private body(
    kind: BodyKind,
    { label, code, unitId }: { label: string; code: string; unitId: string | null },
  ): BodyRow {
    const foundedAt = new Date(this.at.getTime() - 790 * DAY);
    const { district, street, community } = placesOf(code);
    const body: BodyRow = {
      ...{ id: uuidOf(this.random, foundedAt), kind, foundedAt, termEndsOn: dayOf(new Date(this.at.getTime() + 1100 * DAY)) },
      ...{ name: `${label}${BodyKind.label(kind).replace(/^(社区|单位)/, '')}`, unitId, divisionCode: unitId ? null : code },
      ...{ districtCode: district!, streetCode: street, communityCode: community },
    }; // prettier-ignore
    this.bodies.push(body);
    return body;
  }

  private seat(
    body: BodyRow,
    { code }: Community,
    { kind, source, ally }: { kind: SeatKind; source: SeatSource | null; ally: Ally | null },
  ): Place {
    const { direction } = SEAT_RULES[kind];
    const openedAt = new Date(body.foundedAt.getTime() + DAY);
    const seat: SeatRow = {
      ...{ id: uuidOf(this.random, openedAt), bodyId: body.id, direction, kind, duties: DUTIES[kind] },
      ...{ source: direction === 'INBOUND' ? source : null, communityCode: code, openedAt, closedAt: null },
    };
    return { seat, body, ally };
  }
}
