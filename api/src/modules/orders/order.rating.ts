import type { Viewer } from '../../kernel/viewer.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { refuseInvolved } from './order.checker.ts';
import { orderReasons } from './order.reasons.ts';
import type { OrderRow } from './order.row.ts';

/** Somebody who asked for what is rated. */
interface Voice {
  readonly id: string;
  readonly ordererId: string | null;
  readonly entererId: string;
  readonly onBehalf: boolean;
  /** The orderer once signed in, and so can rate. */
  readonly signsIn: boolean;
  /** What was said in this round: by the orderer, passed on for them, or nothing yet. */
  readonly word: 'OWN' | 'RELAYED' | null;
}

// The order itself and those merged into it: everybody who asked is asked.
const VOICES = `
  SELECT o.id, o.orderer_id AS "ordererId", o.enterer_id AS "entererId", o.on_behalf AS "onBehalf",
    EXISTS (SELECT 1 FROM account a WHERE a.id = o.orderer_id AND a.last_login_at IS NOT NULL) AS "signsIn",
    (SELECT CASE WHEN r.relayed THEN 'RELAYED' ELSE 'OWN' END FROM order_rating r
     WHERE r.order_id = $1 AND r.round = $2 AND r.voice_id = o.id ORDER BY r.relayed LIMIT 1) AS word
  FROM orders o WHERE o.id = $1 OR o.master_id = $1 ORDER BY o.id`;

const RATE = `
  INSERT INTO order_rating (order_id, round, voice_id, person_id, relayed, satisfied, score, text, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

export interface Rating {
  readonly viewer: Viewer;
  readonly satisfied: boolean;
  readonly score: number | null;
  readonly text: string | null;
}

/** Records the viewer's word for every request of theirs in this order. Returns how many voices are still waited for. */
export async function recordRating(
  row: OrderRow,
  rating: Rating,
  transaction: Transaction,
): Promise<{ awaited: number }> {
  const { viewer, satisfied, score, text } = rating;
  await refuseRater(row, rating, transaction);
  const said = isResident(viewer) ? 'OWN' : 'RELAYED';
  const voices = await readVoices(row, transaction);
  const mine = voices.filter((voice) => speaksFor(viewer, voice));
  if (mine.length === 0) orderReasons.refuse('ORDER_RATING_NOT_YOURS');
  const open = mine.filter(({ word }) => word === null || (word === 'RELAYED' && said === 'OWN'));
  if (open.length === 0) orderReasons.refuse('ORDER_ALREADY_RATED');
  const words = [viewer.personId, said === 'RELAYED', satisfied, score, text, transaction.now];
  for (const { id } of open) await transaction.rows('rate-order', RATE, [row.id, row.round, id, ...words]);
  const after = voices.map((voice): Voice => (open.includes(voice) ? { ...voice, word: said } : voice));
  return { awaited: after.filter(isAwaited).length };
}

/** Neither who did the work rates it; nor does who checked it pass on that the resident is satisfied. */
async function refuseRater(row: OrderRow, { viewer, satisfied }: Rating, transaction: Transaction): Promise<void> {
  await refuseInvolved(row, viewer, transaction, 'ORDER_RATER_INVOLVED');
  if (satisfied && !isResident(viewer) && row.checkerId === viewer.personId) orderReasons.refuse('ORDER_RATER_CHECKED');
}

/** How many said something in this round, how many nothing, and for how many one still waits; leaves out the voice `without`. */
export async function voicesOf(
  order: Pick<OrderRow, 'id' | 'round'>,
  transaction: Transaction,
  without: string | null = null,
): Promise<{ given: number; silent: number; awaited: number }> {
  const voices = (await readVoices(order, transaction)).filter(({ id }) => id !== without);
  const silent = voices.filter(({ word }) => word === null).length;
  return { given: voices.length - silent, silent, awaited: voices.filter(isAwaited).length };
}

function readVoices({ id, round }: Pick<OrderRow, 'id' | 'round'>, transaction: Transaction): Promise<Voice[]> {
  return transaction.rows<Voice>('voices-of-order', VOICES, [id, round]);
}

/** What was passed on for a resident who can speak for themselves does not end the time in which they may. */
const isAwaited = ({ word, signsIn }: Voice): boolean => word === null || (word === 'RELAYED' && signsIn);

const isResident = ({ post }: Viewer): boolean => post?.role === 'RESIDENT';

/** A resident speaks for themselves; whoever took the order down passes on what the resident said. */
function speaksFor(viewer: Viewer, voice: Voice): boolean {
  const { personId } = viewer;
  return isResident(viewer) ? voice.ordererId === personId : voice.onBehalf && voice.entererId === personId;
}
