import { type Fact, Facts } from '../../../parts/facts.tsx';
import { spellDay } from '../../../parts/instant.ts';
import { Named } from '../../../parts/named.tsx';
import { When } from '../../../parts/when.tsx';
import type { Resolution } from '../resolution-page.tsx';
import { RESOLUTIONS } from '../resolutions.texts.ts';

const instant = (label: string, at: string | null): Fact => [label, at ? <When at={at} /> : null];
const day = (label: string, value: string | null): Fact => [label, value ? spellDay(value) : null];
const counted = (label: string, count: number): Fact => [label, count > 0 ? RESOLUTIONS.times(count) : null];

interface Thing {
  readonly id: string;
}

/** Another case, as a link with a name. */
const linked = <T extends Thing>(label: string, noun: string, thing: readonly [T | null, (one: T) => string]): Fact => {
  const [one, nameOf] = thing;
  return [label, one && <Named noun={noun} id={one.id} name={nameOf(one)} />];
};

const ofWhom = ({ leadUnit, coUnits, alliance }: Resolution): readonly Fact[] => [
  linked(RESOLUTIONS.lead, 'unit', [leadUnit, ({ name }) => name]),
  [RESOLUTIONS.coUnits, coUnits.map(({ name }) => name).join('、')],
  linked(RESOLUTIONS.alliance, 'alliance', [alliance, ({ name }) => name]),
];

const ofTime = (one: Resolution): readonly Fact[] => [
  day(RESOLUTIONS.dueOn, one.dueOn),
  day(RESOLUTIONS.extendTo, one.extendTo),
  counted(RESOLUTIONS.extended, one.extendCount),
  counted(RESOLUTIONS.reworked, one.reworkCount),
  instant(RESOLUTIONS.overdueAt, one.overdueAt),
  [RESOLUTIONS.progress, RESOLUTIONS.percent(one.progress)],
  instant(RESOLUTIONS.reported, one.reportedAt),
];

const ofTheWay = (one: Resolution): readonly Fact[] => [
  instant(RESOLUTIONS.dispatched, one.dispatchedAt),
  instant(RESOLUTIONS.accepted, one.acceptedAt),
  instant(RESOLUTIONS.finished, one.finishedAt),
  instant(RESOLUTIONS.checked, one.checkedAt),
  instant(RESOLUTIONS.cleared, one.clearedAt),
  [RESOLUTIONS.serial, one.serial],
  linked(RESOLUTIONS.clearedMeeting, 'jointMeeting', [one.clearedMeeting, ({ title }) => title]),
  [RESOLUTIONS.circular, one.circular],
];

const ofOthers = (one: Resolution): readonly Fact[] => [
  linked(RESOLUTIONS.meeting, 'jointMeeting', [
    one.meeting,
    ({ title, minutesNumber }) => RESOLUTIONS.minutes(title, minutesNumber),
  ]),
  linked(RESOLUTIONS.order, 'order', [one.order, ({ title, number }) => `${number ?? ''} ${title}`]),
  linked(RESOLUTIONS.project, 'project', [one.project, ({ title }) => title]),
  linked(RESOLUTIONS.superseded, 'resolution', [one.supersededBy, ({ text }) => text]),
];

/** Who does it by when, how far it is, what it came from and what it became. */
export function ResolutionFacts({ resolution }: { readonly resolution: Resolution }) {
  return (
    <Facts
      facts={[
        ...ofWhom(resolution),
        [RESOLUTIONS.deliverable, resolution.deliverable],
        ...ofTime(resolution),
        ...ofTheWay(resolution),
        ...ofOthers(resolution),
      ]}
    />
  );
}
