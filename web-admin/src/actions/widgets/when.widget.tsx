import { AutoComplete, DatePicker, Grid, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { ACTIONS } from '../actions.texts.ts';
import { instantOf, wallNow, wallOf } from '../shanghai.ts';
import { useMarkedDays } from './days.tsx';
import type { ControlProps, Widget } from './widget.ts';

/** A day and a time, as clocks show it in Shanghai. */
function Instant(props: ControlProps<string | null>) {
  // Days and hours side by side are wider than a phone.
  const { sm = true } = Grid.useBreakpoint();
  return sm ? <DayAndTime {...props} /> : <DayThenTime {...props} />;
}

function DayAndTime({ field, scope: _scope, value, onChange, ...rest }: ControlProps<string | null>) {
  const shown = value ? wallOf(value) : null;
  const days = useMarkedDays(shown);
  return (
    <DatePicker
      {...rest}
      {...days}
      value={shown}
      onChange={(wall: Dayjs | null) => onChange?.(wall ? instantOf(wall) : null)}
      showTime={{ format: 'HH:mm', minuteStep: 5, defaultOpenValue: dayjs('2000-01-01T09:00:00') }}
      format={['YYYY-MM-DD HH:mm', 'YYYY-M-D H:m', 'YYYY/M/D H:m']}
      defaultPickerValue={wallNow()}
      showNow={false}
      needConfirm={false}
      allowClear={!field.required}
      placeholder={ACTIONS.pickTime}
      style={{ width: '100%' }}
    />
  );
}

const FIRST_HOUR = 9;
const ofDay = ({ label }: { readonly label: string }, what: string) => `${label}${what}`;

function DayThenTime({ field, scope: _scope, value, onChange, ...rest }: ControlProps<string | null>) {
  const shown = value ? wallOf(value) : null;
  const days = useMarkedDays(shown);
  const put = (wall: Dayjs) => onChange?.(instantOf(wall));
  const onDay = (day: Dayjs | null) => {
    if (!day) return onChange?.(null);
    const clock = shown ?? day.hour(FIRST_HOUR).minute(0);
    put(day.hour(clock.hour()).minute(clock.minute()));
  };
  const onTime = (time: Dayjs | null) => shown && time && put(shown.hour(time.hour()).minute(time.minute()));
  return (
    <div className="action-day-time">
      <DatePicker
        {...{ ...rest, ...days }}
        value={shown}
        onChange={onDay}
        defaultPickerValue={wallNow()}
        allowClear={!field.required}
        placeholder={ACTIONS.pickDay}
        inputReadOnly
      />
      <TimePicker
        aria-label={ofDay(field, ACTIONS.clock)}
        value={shown}
        onChange={onTime}
        disabled={!shown}
        format="HH:mm"
        minuteStep={5}
        allowClear={false}
        needConfirm={false}
        showNow={false}
        placeholder={ACTIONS.timeExample}
        inputReadOnly
      />
    </div>
  );
}

const spelled = (value: string | readonly string[] | null | undefined) =>
  typeof value === 'string' && value !== '' ? dayjs(value) : null;

/** A day, or several. */
function Day({ field, scope: _scope, value, onChange, ...rest }: ControlProps<string | readonly string[] | null>) {
  const several = Array.isArray(value) ? value.map((day: string) => dayjs(day)) : [];
  const days = useMarkedDays(several[0] ?? spelled(value));
  const shared = {
    ...{ ...rest, ...days, allowClear: !field.required, placeholder: ACTIONS.pickDay, style: { width: '100%' } },
    ...{ format: 'YYYY-MM-DD', defaultPickerValue: wallNow() },
  };
  if (field.list)
    return (
      <DatePicker
        {...shared}
        multiple
        value={several}
        onChange={(picked: Dayjs[] | null) => onChange?.((picked ?? []).map((day) => day.format('YYYY-MM-DD')))}
      />
    );
  return (
    <DatePicker
      {...shared}
      value={spelled(value)}
      onChange={(picked: Dayjs | null) => onChange?.(picked ? picked.format('YYYY-MM-DD') : null)}
    />
  );
}

const HALF_HOURS = Array.from({ length: 49 }, (_, index) => {
  const hours = String(Math.floor(index / 2)).padStart(2, '0');
  return { value: `${hours}:${index % 2 === 0 ? '00' : '30'}` };
});

/** A time of the day, up to 24:00. */
function TimeOfDay({ field: _field, scope: _scope, onChange, ...rest }: ControlProps<string>) {
  return (
    <AutoComplete
      {...rest}
      options={HALF_HOURS}
      showSearch={{ filterOption: (text, option) => option?.value.startsWith(text.trim()) ?? false }}
      onChange={(text: string) => onChange?.(text)}
      placeholder={ACTIONS.timeExample}
      style={{ width: 160 }}
    />
  );
}

export const instant: Widget = { of: ['instant'], Control: Instant };
export const date: Widget = { of: ['date'], Control: Day, several: true };
export const time: Widget = { of: ['time'], Control: TimeOfDay };
