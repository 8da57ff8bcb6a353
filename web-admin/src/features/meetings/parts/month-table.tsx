import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { Light } from '../../../parts/light.tsx';
import { dayOf } from '../../../parts/instant.ts';
import type { MeetingLineFragment } from '../gql/graphql.ts';
import { MEETINGS } from '../meetings.texts.ts';
import { type Month, monthOf, saidMonth, shifted, weeksOf } from '../../../parts/month.ts';

interface MonthTableProps {
  readonly month: Month;
  readonly meetings: readonly MeetingLineFragment[];
  readonly onMonth: (month: Month) => void;
}

const clock = new Intl.DateTimeFormat('zh-CN', {
  ...{ timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
});

/** One month with its meetings. */
export function MonthTable({ month, meetings, onMonth }: MonthTableProps) {
  const { year, month: number } = saidMonth(month);
  return (
    <>
      <div className="month-head">
        <Button
          icon={<LeftOutlined />}
          aria-label={MEETINGS.previousMonth}
          onClick={() => onMonth(shifted(month, -1))}
        />
        <h2 aria-live="polite">{MEETINGS.month(year, number)}</h2>
        <Button icon={<RightOutlined />} aria-label={MEETINGS.nextMonth} onClick={() => onMonth(shifted(month, 1))} />
        <Button onClick={() => onMonth(monthOf(new Date()))}>{MEETINGS.thisMonth}</Button>
      </div>
      <table className="month" aria-label={MEETINGS.calendarName}>
        <thead>
          <tr>
            {MEETINGS.weekdays.map((weekday) => (
              <th scope="col" key={weekday}>
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((days) => (
            <tr key={days[0]}>
              {days.map((day) => (
                <Day key={day} day={day} month={month} meetings={meetings} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface DayProps {
  readonly day: string;
  readonly month: Month;
  readonly meetings: readonly MeetingLineFragment[];
}

function Day({ day, month, meetings }: DayProps) {
  const today = day === dayOf(new Date());
  const own = meetings.filter(({ startsAt }) => dayOf(startsAt) === day);
  return (
    <td data-outside={!day.startsWith(month) || undefined} data-today={today || undefined}>
      <span className="month-day">{Number(day.slice(8))}</span>
      {own.map(({ id, title, startsAt, stateLabel, light, alliance }) => (
        <Link key={id} to={`/meetings/${id}`} className="month-meeting">
          {clock.format(new Date(startsAt))} {title}
          <span className="month-state">
            {alliance.name} {stateLabel} <Light light={light} dense />
          </span>
        </Link>
      ))}
    </td>
  );
}
