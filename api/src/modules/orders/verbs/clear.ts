import { orderVerb } from '../order.case.ts';
import { closeOrder } from '../order.closing.ts';
import { voicesOf } from '../order.rating.ts';

/** One in ten orders that nobody rated is called back, chosen by its identity so that nobody can choose. */
const isSample = (id: string) => Number.parseInt(id.slice(-4), 16) % 10 === 0;

/** 销号: everybody rated, or the window for rating has passed. No answer is never "satisfied". */
export const clear = orderVerb('clear', {
  label: '销号',
  about: 'Closes the order off under its serial number.',
  async effect({ row, viewer, transaction }) {
    const { given, silent } = await voicesOf(row, transaction);
    const unrated = given === 0;
    const how = unrated
      ? ({ closing: 'UNRATED', voice: 'WINDOW_PASSED' } as const)
      : ({ closing: 'RATED', voice: 'HEARD' } as const);
    await closeOrder(row, how, viewer, transaction);
    row.callBack = unrated && isSample(row.id);
    const data = {
      serial: row.serial,
      text: unrated ? '未评价' : null,
      unanswered: silent,
      callBack: row.callBack,
    };
    return { data };
  },
});
