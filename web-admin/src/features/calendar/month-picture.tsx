import { saidMonth, weeksOf, type Month } from '../../parts/month.ts';
import { CALENDAR } from './calendar.texts.ts';
import type { CalendarOfYearQuery } from './gql/graphql.ts';

type Day = NonNullable<CalendarOfYearQuery['calendarYear']>['days'][number];
type Kind = keyof typeof CALENDAR.signs;

const WORDS: Readonly<Record<Kind, string>> = {
  HOLIDAY: CALENDAR.holiday,
  WORKDAY: CALENDAR.workday,
  WEEKEND: CALENDAR.weekend,
  ORDINARY: CALENDAR.ordinary,
};
const FRIDAY = 4;

const kindOf = (day: Day | undefined, index: number): Kind => day?.kind ?? (index > FRIDAY ? 'WEEKEND' : 'ORDINARY');

interface MonthPictureProps {
  readonly month: Month;
  readonly days: ReadonlyMap<string, Day>;
}

/** One month: each day with its sign; what it is stands in its title and is read aloud. */
export function MonthPicture({ month, days }: MonthPictureProps) {
  return (
    <table className="year-month">
      <caption>{CALENDAR.month(saidMonth(month).month)}</caption>
      <thead>
        <tr>
          {CALENDAR.weekdays.map((weekday) => (
            <th scope="col" key={weekday}>
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((date, index) =>
              date.startsWith(month) ? (
                <DayCell
                  key={date}
                  date={date}
                  kind={kindOf(days.get(date), index)}
                  name={days.get(date)?.name ?? ''}
                />
              ) : (
                <td key={date} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayCellProps {
  readonly date: string;
  readonly kind: Kind;
  readonly name: string;
}

function DayCell({ date, kind, name }: DayCellProps) {
  const sign = CALENDAR.signs[kind];
  return (
    <td className={`day day-${kind.toLowerCase()}`} title={CALENDAR.dayOf(date, WORDS[kind], name)}>
      {Number(date.slice(8))}
      {sign && <span aria-hidden="true">{sign}</span>}
      {kind !== 'ORDINARY' && <span className="unseen">{WORDS[kind]}</span>}
    </td>
  );
}

/** What the signs mean. */
export function Legend() {
  return (
    <ul className="year-legend" aria-label={CALENDAR.legend}>
      {(['HOLIDAY', 'WORKDAY', 'WEEKEND'] as const).map((kind) => (
        <li key={kind}>
          <span className={`day day-${kind.toLowerCase()}`} aria-hidden="true">
            {CALENDAR.signs[kind]}
          </span>{' '}
          {WORDS[kind]}
        </li>
      ))}
    </ul>
  );
}
