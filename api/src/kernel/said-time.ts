import { dayOf } from './calendar.ts';

/** 2026年11月23日24:00: a limit that ends with a day is said as the end of that day. */
export function sayTime(at: Date): string {
  const endsDay = dayOf(new Date(at.getTime() - 1)) !== dayOf(at);
  const day = dayOf(endsDay ? new Date(at.getTime() - 1) : at);
  const [year, month, date] = day.split('-').map(Number);
  const clock = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  return `${year}年${month}月${date}日${endsDay ? '24:00' : clock}`;
}
