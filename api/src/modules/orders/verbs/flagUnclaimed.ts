import { orderVerb } from '../order.case.ts';

const SEEN = `SELECT unit_id AS "unitId" FROM order_audience WHERE order_id = $1 AND delivered_at IS NOT NULL`;

/** 无人领: the order stays claimable, and the street must do something about it. */
export const flagUnclaimed = orderVerb('flagUnclaimed', {
  label: '标记无人领单',
  about: 'The claim window passed: the street is told which units saw the order.',
  async effect({ row, now, transaction }) {
    row.unclaimedAt = now;
    const seen = await transaction.rows<{ unitId: string }>('units-that-saw', SEEN, [row.id]);
    return { data: { seenBy: seen.map(({ unitId }) => unitId) } };
  },
});
