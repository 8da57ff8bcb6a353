import { useQuery } from '@apollo/client/react';
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { CreateAction } from '../../actions/create-action.tsx';
import { dayOf } from '../../parts/instant.ts';
import { Reading } from '../../parts/reading.tsx';
import { useAddress } from '../../parts/use-address.ts';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { actsAs, useViewer } from '../../shell/viewer.tsx';
import { CALENDAR } from './calendar.texts.ts';
import { CalendarOfYearDocument, type CalendarOfYearQuery } from './gql/graphql.ts';
import { Legend, MonthPicture } from './month-picture.tsx';
import './calendar.css';

const NAMES = ['year'] as const;
const publishes = actsAs('SYSTEM_ADMIN');
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** One year, day by day: when people work and when they do not. */
export function Page() {
  const { given, choose } = useAddress(NAMES);
  const year = Number(given.year ?? dayOf(new Date()).slice(0, 4));
  const query = useQuery(CalendarOfYearDocument, { variables: { year } });
  const viewer = useViewer();
  const turn = (by: number) => choose('year', String(year + by));
  return (
    <PageFrame
      title={CALENDAR.title}
      about={
        <span className="year-chooser">
          <Button icon={<LeftOutlined />} aria-label={CALENDAR.previous} onClick={() => turn(-1)} />
          <span role="status">{CALENDAR.year(year)}</span>
          <Button icon={<RightOutlined />} aria-label={CALENDAR.next} onClick={() => turn(1)} />
        </span>
      }
      actions={
        publishes(viewer) && (
          <CreateAction mutation="calendarPublishYear" preset={{ year }}>
            {CALENDAR.publish}
          </CreateAction>
        )
      }
    >
      <Reading query={query}>{({ calendarYear }) => <Year year={year} published={calendarYear} />}</Reading>
    </PageFrame>
  );
}

interface YearProps {
  readonly year: number;
  readonly published: CalendarOfYearQuery['calendarYear'];
}

function Year({ year, published }: YearProps) {
  const days = new Map((published?.days ?? []).map((day) => [day.date, day]));
  return (
    <Sheet>
      {published ? (
        <p className="soft">{CALENDAR.source(published.source)}</p>
      ) : (
        <Alert type="info" showIcon title={CALENDAR.none} />
      )}
      <Legend />
      <div className="year">
        {MONTHS.map((month) => (
          <MonthPicture key={month} month={`${String(year)}-${String(month).padStart(2, '0')}`} days={days} />
        ))}
      </div>
    </Sheet>
  );
}
