import { type ReactNode, useState } from 'react';
import type { Dayjs } from 'dayjs';
import { ACTIONS } from '../actions.texts.ts';
import { wallNow } from '../shanghai.ts';
import { type DayKind, useRestDays } from './use-rest-days.ts';

const MARKS: Readonly<Record<DayKind, { readonly className: string; readonly title?: string }>> = {
  REST: { className: 'ant-picker-cell-inner action-rest', title: ACTIONS.restDay },
  MADE_UP: { className: 'ant-picker-cell-inner action-work', title: ACTIONS.workday },
  WORK: { className: 'ant-picker-cell-inner' },
};

interface CellInfo {
  readonly type: string;
  readonly originNode: ReactNode;
}

/** Marks the days of a calendar on which nobody works, and the weekends on which people do. */
export function useMarkedDays(shown: Dayjs | null) {
  const [year, setYear] = useState((shown ?? wallNow()).year());
  const kindOf = useRestDays(year);
  return {
    onPanelChange: (panel: Dayjs | null) => panel && setYear(panel.year()),
    cellRender: (current: unknown, { type, originNode }: CellInfo) => {
      if (type !== 'date') return originNode;
      const day = current as Dayjs;
      return <div {...MARKS[kindOf(day)]}>{day.date()}</div>;
    },
  };
}
