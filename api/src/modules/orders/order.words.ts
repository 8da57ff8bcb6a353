import { dayOf } from '../../kernel/calendar.ts';
import { searchForm } from '../../kernel/text.ts';

/** What an order is found by. */
export function searchOf(order: {
  readonly title: string;
  readonly content: string;
  readonly estate?: string | null;
}): string {
  return searchForm([order.title, order.content, order.estate ?? ''].join(' '));
}

/** 2026年11月23日 24时: how a limit that ends a day is said. */
export function sayTime(at: Date): string {
  const day = dayOf(new Date(at.getTime() - 1));
  const [year, month, date] = day.split('-').map(Number);
  const clock = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  return `${year}年${month}月${date}日${clock === '00:00' ? '24:00' : clock}`;
}
