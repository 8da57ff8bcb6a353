import type { Role } from '../../api/src/kernel/viewer.ts';
import type { OrderRow } from '../../api/src/modules/orders/index.ts';
import { pick, type Random } from '../random.ts';
import type { KeptOrder } from '../memory/kept.ts';
import type { World } from '../memory/world.ts';
import type { Figure } from '../people.seed.ts';
import type { Beat } from './beats.ts';

/** Who acts: finds somebody whose post lets them. */
export class Cast {
  private readonly byPost: ReadonlyMap<string, readonly Figure[]>;
  private readonly byId: ReadonlyMap<string, Figure>;

  constructor(private readonly world: World) {
    this.byPost = Map.groupBy(world.figures, ({ role, scope }) => `${role} ${scope}`);
    this.byId = new Map(world.figures.map((figure) => [figure.id, figure]));
  }

  /** Those who hold the post; there is always somebody. */
  holders(role: Role, scope: string): readonly Figure[] {
    const holders = this.byPost.get(`${role} ${scope}`);
    if (!holders) throw new Error(`Nobody is ${role} of ${scope}`);
    return holders;
  }

  someone(role: Role, scope: string, random: Random): Figure {
    return pick(random, this.holders(role, scope));
  }

  /** Whoever wrote the order speaks for it. */
  author({ entererId }: OrderRow): Figure {
    return this.byId.get(entererId)!;
  }

  /** Who takes this step of the order. */
  // eslint-disable-next-line complexity -- a list of who does what, one line each
  actor(action: Beat['action'], order: KeptOrder, random: Random): Figure {
    const { row } = order;
    if (OF_AUTHOR.has(action)) return this.author(row);
    if (action === 'claim' || action === 'claimJoint')
      return this.someone('UNIT_LIAISON', this.claimer(order, random), random);
    if (action === 'acceptShare' || action === 'declineShare')
      return this.someone('UNIT_LIAISON', invited(order), random);
    if (OF_UNIT.has(action)) return this.someone('UNIT_LIAISON', row.unitId!, random);
    if (action === 'pass' || action === 'rework' || action === 'note') return this.checker(row, random);
    if (action === 'evaluate') return this.someone('STREET_COMMITTEE', row.streetCode, random);
    if (action === 'supervise') return this.supervisor(row, random);
    return this.reviewer(action, row, random);
  }

  private reviewer(action: Beat['action'], row: OrderRow, random: Random): Figure {
    const final = ['acceptRelease', 'refuseRelease'].includes(action) && row.releaseCount >= 2;
    if (final) return this.someone('STREET_COMMITTEE', row.streetCode, random);
    const reviewers = this.holders('STREET_REVIEWER', row.streetCode);
    return pick(random, row.appealed ? reviewers.filter(({ id }) => id !== row.reviewerId) : reviewers);
  }

  private supervisor({ districtCode, streetCode }: OrderRow, random: Random): Figure {
    return random() < 0.5
      ? this.someone('SUPERVISOR', districtCode, random)
      : this.someone('STREET_COMMITTEE', streetCode, random);
  }

  /** Not whoever took the order down: they pass on what the resident says of it. */
  private checker({ communityCode, entererId }: OrderRow, random: Random): Figure {
    const workers = this.holders('COMMUNITY_WORKER', communityCode).filter(({ id }) => id !== entererId);
    return pick(random, workers.length > 0 ? workers : this.holders('COMMUNITY_SECRETARY', communityCode));
  }

  /** A unit of the audience, one that can do it if there is one, and not one that gave it back. */
  private claimer({ row, audience, claims }: KeptOrder, random: Random): string {
    const fresh = audience.map(({ unitId }) => unitId).filter((id) => !claims.some(({ unitId }) => unitId === id));
    const able = fresh.filter((id) => this.world.units.get(id)!.abilities.has(row.categoryCode));
    return pick(random, able.length > 0 ? able : fresh);
  }
}

const OF_AUTHOR: ReadonlySet<string> = new Set([
  'edit',
  'submit',
  'withdraw',
  'answer',
  'appeal',
  'rate',
  'dispute',
  'reopen',
  'reopenWithUnit',
  'urge',
]);
const OF_UNIT: ReadonlySet<string> = new Set([
  ...[
    'start',
    'requestRelease',
    'requestExtend',
    'requestSuspend',
    'resume',
    'report',
    'finish',
    'respond',
    'replySupervision',
    'revealContact',
  ],
]);

const invited = ({ shares }: KeptOrder): string =>
  [...shares.values()].find(({ state }) => state === 'INVITED')!.unitId;
