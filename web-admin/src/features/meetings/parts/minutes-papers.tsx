import { type CaseLine, ShortList } from '../../../parts/case-list.tsx';
import { When } from '../../../parts/when.tsx';
import { Sheet } from '../../../shell/page.tsx';
import type { MeetingsMinutesQuery } from '../gql/graphql.ts';
import { MEETINGS } from '../meetings.texts.ts';
import { headingOf } from './heading.ts';

type Minutes = NonNullable<NonNullable<MeetingsMinutesQuery['jointMeeting']>['minutes']>;
type Signature = Minutes['signatures'][number];

interface Props {
  readonly minutes: Minutes;
}

/** The text for whoever does not write it: the draft, or what was issued. */
export function MinutesReader({ minutes: { issued, published, sections } }: Props) {
  const parts = issued
    ? published.map(({ heading, text }, index) => ({ key: String(index), heading: heading ?? '', text }))
    : sections.map((section) => ({ key: section.key, heading: headingOf(section), text: section.text }));
  return (
    <Sheet title={MEETINGS.editing}>
      {parts.map(({ key, heading, text }) => (
        <section className="minutes-section" key={key}>
          {heading && <h3>{heading}</h3>}
          <p className="minutes-text">{text}</p>
        </section>
      ))}
    </Sheet>
  );
}

/** What units said to the text, and how their objections were settled. */
export function Countersigns({ minutes: { signatures } }: Props) {
  return (
    <Sheet title={MEETINGS.countersigns}>
      <ShortList lines={signatures.map(lineOfSignature)} empty={MEETINGS.noCountersigns} />
    </Sheet>
  );
}

const lineOfSignature = ({ n, kind, label, by, at, wording, settledHow, unit }: Signature): CaseLine => ({
  ...{ id: `${unit.id}${String(n)}${kind}`, title: unit.name, state: label },
  about: [
    MEETINGS.signatureOf(n),
    by,
    <When key="at" at={at} />,
    wording && MEETINGS.wording(wording),
    settledHow && MEETINGS.settled(settledHow),
  ],
});

/** All versions, and what each changed. */
export function MinutesVersions({ minutes: { versions } }: Props) {
  if (versions.length === 0) return null;
  return (
    <Sheet title={MEETINGS.versions}>
      {versions.map(({ n, by, at, merges, changes }) => (
        <details key={n}>
          <summary>
            {MEETINGS.draft(n)}，{by ?? MEETINGS.system}，<When at={at} />，
            {n === 1 ? MEETINGS.firstDraft : MEETINGS.changedPlaces(changes.length)}
            {merges && `，${MEETINGS.mergedFrom(merges)}`}
          </summary>
          {changes.map((change) => (
            <section key={change.key}>
              <h3>{headingOf(change)}</h3>
              <p className="minutes-text">{MEETINGS.beforeAfter(change.before ?? '', change.after)}</p>
            </section>
          ))}
        </details>
      ))}
    </Sheet>
  );
}

/** Corrections beside what was issued. */
export function Errata({ minutes: { errata } }: Props) {
  if (errata.length === 0) return null;
  const lines = errata.map(({ k, text, at }) => ({
    ...{ id: String(k), title: text, state: MEETINGS.erratum(k) },
    about: [<When key="at" at={at} />],
  }));
  return (
    <Sheet title={MEETINGS.errata}>
      <ShortList lines={lines} empty="" />
    </Sheet>
  );
}
