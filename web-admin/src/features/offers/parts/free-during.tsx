import { DatePicker } from 'antd';
import type { Dayjs } from 'dayjs';
import { instantOf, wallNow, wallOf } from '../../../actions/shanghai.ts';
import type { ResourceOfferFilter } from '../gql/graphql.ts';
import { OFFERS } from '../offers.texts.ts';

/** A time as it stands in the address: `from/to`, in instants. */
const partsOf = (text: string | undefined): readonly (Dayjs | null)[] =>
  ['', '', ...(text ?? '/').split('/')].slice(-2).map((one) => (Number.isNaN(Date.parse(one)) ? null : wallOf(one)));

/** The time for which an offer shall be free; nothing while it has no beginning or no end. */
export function freeDuring(text: string | undefined): Pick<ResourceOfferFilter, 'freeDuring'> {
  const [from, to] = partsOf(text);
  return from && to && to.isAfter(from) ? { freeDuring: { from: instantOf(from), to: instantOf(to) } } : {};
}

interface Props {
  readonly value: string | undefined;
  readonly onChoose: (text: string | null) => void;
}

const USUAL_HOURS = 2;

/** Asks from when until when an offer shall be free. */
export function FreeDuring({ value, onChoose }: Props) {
  const [from = null, to = null] = partsOf(value);
  const choose = (first: Dayjs | null, last: Dayjs | null) => {
    if (first === null) return onChoose(null);
    const end = last?.isAfter(first) ? last : first.add(USUAL_HOURS, 'hour');
    onChoose([first, end].map(instantOf).join('/'));
  };
  return (
    <>
      <Moment label={OFFERS.freeFrom} value={from} onChoose={(first) => choose(first, to)} />
      {from && <Moment label={OFFERS.freeTo} value={to} onChoose={(last) => choose(from, last)} />}
    </>
  );
}

interface MomentProps {
  readonly label: string;
  readonly value: Dayjs | null;
  readonly onChoose: (wall: Dayjs | null) => void;
}

function Moment({ label, value, onChoose }: MomentProps) {
  return (
    <DatePicker
      aria-label={label}
      placeholder={OFFERS.time}
      prefix={label}
      value={value}
      onChange={(wall: Dayjs | null) => onChoose(wall)}
      showTime={{ format: 'HH:mm', minuteStep: 30 }}
      format="YYYY-MM-DD HH:mm"
      defaultPickerValue={wallNow().minute(0)}
      showNow={false}
      needConfirm={false}
      style={{ width: 260 }}
    />
  );
}
