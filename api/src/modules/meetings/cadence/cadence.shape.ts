import { dayOf } from '../../../kernel/calendar.ts';
import { date, int } from '../../../platform/reads/fields/column.ts';
import { one } from '../../../platform/reads/fields/one.ts';
import { single } from '../../../platform/reads/fields/single.ts';
import { workedOut } from '../../../platform/reads/fields/worked-out.ts';
import { expression } from '../../../platform/reads/json-text.ts';
import { defineShape, extendShape, type Shape } from '../../../platform/reads/shape.ts';
import { Alliance } from '../../alliance/index.ts';

const nullable = true;
const today = (now: string) => `(${now} AT TIME ZONE 'Asia/Shanghai')::date`;

/** SQL: the day until which the next regular meeting was due has passed. */
export const isBehind = (dueOn: string, now: string): string => `coalesce(${dueOn} < ${today(now)}, false)`;

const behind = workedOut({
  ...{ type: () => Boolean, about: '逾期未开 — The day has passed and no regular meeting was held.', from: ['dueOn'] },
  of: ({ dueOn }, { now }) => dueOn !== null && (dueOn as string) < dayOf(now),
  sql: (place) => expression(`${isBehind(place.column('dueOn'), place.statement.parameters.now())}::text`),
});

/** First day of the quarter, `YYYY-MM-DD`. */
function quarterOf(day: string): string {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

const thisQuarter = workedOut({
  ...{ type: () => Boolean, about: '本季度已开 — A regular meeting was held in this quarter.', from: ['lastHeldOn'] },
  of: ({ lastHeldOn }, { now }) => lastHeldOn !== null && (lastHeldOn as string) >= quarterOf(dayOf(now)),
  sql: (place) => {
    const quarter = `date_trunc('quarter', ${place.statement.parameters.now()} AT TIME ZONE 'Asia/Shanghai')::date`;
    return expression(`coalesce(${place.column('lastHeldOn')} >= ${quarter}, false)::text`);
  },
});

export const AllianceCadence: Shape = defineShape('AllianceCadence', {
  about: '例会节奏 — How often an alliance meets, when it met last, and whether it is behind.',
  table: 'alliance_cadence',
  key: 'allianceId',
  fields: {
    alliance: one(() => Alliance, '红色联盟 — Of which alliance.', { by: 'allianceId' }),
    perYear: int('每年次数 — Regular meetings a year; 4 is one a quarter.'),
    lastHeldOn: date('上次召开日期 — Of the last regular meeting that was held.', { nullable }),
    due: date('最迟召开日期 — Until when the next regular meeting is due; null for an alliance without members.', {
      ...{ nullable, property: 'dueOn' },
    }),
    behind,
    thisQuarter,
  },
});

extendShape(Alliance, {
  cadence: single(() => AllianceCadence, '例会节奏 — How often it meets, and whether it is behind.', {
    of: () => Alliance,
    on: (me, it) => `${it}.alliance_id = ${me}.id`,
    order: (it) => `${it}.alliance_id`,
  }),
});
