import dayjs, { type Dayjs } from 'dayjs';

const AHEAD_MS = 8 * 3_600_000;

/** What a clock in Shanghai shows at an instant, wherever the browser is. */
export const wallOf = (instant: string): Dayjs =>
  dayjs(new Date(Date.parse(instant) + AHEAD_MS).toISOString().slice(0, 19));

/** The instant at which a clock in Shanghai shows this, to the minute. */
export const instantOf = (wall: Dayjs): string => `${wall.format('YYYY-MM-DDTHH:mm')}:00+08:00`;

/** What it shows now. */
export const wallNow = (): Dayjs => wallOf(new Date().toISOString());
