import type { FedEvent } from '../../kernel/event.ts';
import { unitOf, type Viewer } from '../../kernel/viewer.ts';
import type { Context } from '../../platform/graphql/context.ts';
import type { House } from '../../platform/house.ts';

interface Reached {
  readonly orderId: string;
  readonly unitId: string;
}

const WRITE = `
  UPDATE order_audience a SET delivered_at = $3 FROM unnest($1::uuid[], $2::uuid[]) AS reached (order_id, unit_id)
  WHERE a.order_id = reached.order_id AND a.unit_id = reached.unit_id AND a.delivered_at IS NULL`;

/** Gathers what reached which unit and writes it a few times a second: the log that tells who saw an order nobody claimed. */
class DeliveryLog {
  private waiting: Reached[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly house: House) {}

  add(reached: readonly Reached[]): void {
    this.waiting.push(...reached);
    this.timer ??= setTimeout(() => void this.write(), 200).unref();
  }

  private async write(): Promise<void> {
    const batch = this.waiting.splice(0).toSorted((a, b) => (a.orderId + a.unitId < b.orderId + b.unitId ? -1 : 1));
    this.timer = null;
    try {
      const values = [batch.map(({ orderId }) => orderId), batch.map(({ unitId }) => unitId), this.house.now()];
      await this.house.database.query('write-deliveries', WRITE, values);
    } catch (error) {
      // The next look of the unit writes it again.
      this.house.log.warn({ error }, 'deliveries were not stored');
    }
  }
}

const logs = new WeakMap<House, DeliveryLog>();

function logOf(house: House): DeliveryLog {
  const log = logs.get(house) ?? new DeliveryLog(house);
  logs.set(house, log);
  return log;
}

/** A unit looked at a list: these open orders in it have reached the unit. */
export function noteSeen(orderIds: readonly string[], { house, viewer }: Context): void {
  const unitId = unitOf(viewer);
  if (unitId) logOf(house).add(orderIds.map((orderId) => ({ orderId, unitId })));
}

/** The feed wrote events to a socket of a unit. */
export function noteDelivered(house: House, events: readonly FedEvent[], viewer: Viewer): void {
  const unitId = unitOf(viewer);
  const open = unitId ? events.filter((event) => event.noun === 'order' && event.to === 'OPEN') : [];
  if (open.length > 0) logOf(house).add(open.map(({ subjectId }) => ({ orderId: subjectId, unitId: unitId! })));
}
