import type { Database } from '../database/database.ts';
import { GENESIS, linkHash } from './canonical.ts';
import { eventOf, FACT } from './fact.ts';

export interface FeedFault {
  readonly seq: number;
  /** The number is missing; the fact behind it is missing; fact or hash are not what they were. */
  readonly fault: 'MISSING_NUMBER' | 'MISSING_EVENT' | 'CHANGED';
}

/** What was found. Keep `head` outside the database: only that shows a tail cut off, or a chain computed anew. */
export interface FeedVerdict {
  readonly checked: number;
  /** Number and hash (hex) of the last event. */
  readonly head: { readonly seq: number; readonly hash: string };
  readonly faults: readonly FeedFault[];
  /** Facts that are neither in the feed nor waiting for it. */
  readonly outside: number;
}

interface Link {
  readonly seq: string;
  readonly hash: string;
  readonly fact: string | null;
}

const PAGE = 1000;
const READ = `select f.seq::text as seq, encode(f.hash, 'hex') as hash, ${FACT.replace('row_to_json(e)', 'case when e.id is not null then row_to_json(e) end')} as fact
  from feed f left join event e on e.id = f.event_id where f.seq > $1 order by f.seq limit ${PAGE}`;
const OUTSIDE = `select count(*)::text as count from event e
  where not exists (select from feed f where f.event_id = e.id) and not exists (select from event_pending p where p.event_id = e.id)`;

/** Recomputes the chain from its beginning. A changed event is named once; those after it are checked from what stands there. */
export async function verifyFeed(database: Pick<Database, 'query'>): Promise<FeedVerdict> {
  const faults: FeedFault[] = [];
  let [seq, checked, hash] = [0, 0, GENESIS];
  for (;;) {
    const page = await database.query<Link>('feed_verify', READ, [seq]);
    for (const link of page) {
      if (Number(link.seq) !== seq + 1) faults.push({ seq: seq + 1, fault: 'MISSING_NUMBER' });
      seq = Number(link.seq);
      const fault = faultOf(link, hash);
      if (fault) faults.push({ seq, fault });
      hash = Buffer.from(link.hash, 'hex');
      checked += 1;
    }
    if (page.length < PAGE) break;
  }
  const [outside] = await database.query<{ count: string }>('feed_outside', OUTSIDE, []);
  return { checked, head: { seq, hash: hash.toString('hex') }, faults, outside: Number(outside!.count) };
}

function faultOf(link: Link, before: Buffer): FeedFault['fault'] | null {
  if (link.fact === null) return 'MISSING_EVENT';
  return linkHash(before, eventOf(link.fact)).toString('hex') === link.hash ? null : 'CHANGED';
}
