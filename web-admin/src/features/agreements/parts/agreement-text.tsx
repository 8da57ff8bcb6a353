import { spellDay } from '../../../parts/instant.ts';
import { Nothing } from '../../../parts/standing.tsx';
import { When } from '../../../parts/when.tsx';
import { Sheet } from '../../../shell/page.tsx';
import type { Agreement } from '../agreement-page.tsx';
import { AGREEMENTS, CLAUSE_CHANGES, SIDES, WORD_CHANGES } from '../agreements.texts.ts';
import type { AgreementTextFragment } from '../gql/graphql.ts';

/** The text as it stands. */
export function Clauses({ agreement: { clauses, inForceNo } }: { readonly agreement: Agreement }) {
  if (clauses.length === 0) return <Nothing text={AGREEMENTS.noClauses} />;
  return (
    <>
      {inForceNo && <p className="soft">{AGREEMENTS.inForce(inForceNo)}</p>}
      <ol className="clauses">
        {clauses.map(({ title, text }) => (
          <li key={title}>
            <strong>{title}</strong>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** What the sides put before each other, the last one first, with what each changed. */
export function Versions({ versions }: { readonly versions: readonly AgreementTextFragment[] }) {
  if (versions.length === 0) return null;
  return (
    <Sheet title={AGREEMENTS.versions}>
      {versions.toReversed().map((version) => (
        <details key={version.n} className="agreement-version">
          <summary>
            {AGREEMENTS.version(version.n, SIDES[version.side])} <When at={version.at} />
          </summary>
          <Version version={version} />
        </details>
      ))}
    </Sheet>
  );
}

function Version({
  version: { n, person, note, startsOn, endsOn, changes },
}: {
  readonly version: AgreementTextFragment;
}) {
  return (
    <>
      <p className="soft">
        {[person, AGREEMENTS.termOf(spellDay(startsOn), spellDay(endsOn))].filter(Boolean).join('，')}
      </p>
      {note && <p>{note}</p>}
      {changes.length === 0 && <p className="soft">{n === 1 ? AGREEMENTS.first : AGREEMENTS.noChange}</p>}
      {changes.map((change) => (
        <div key={change.title} className="clause-change">
          <strong>{CLAUSE_CHANGES[change.kind]}</strong> {change.title}
          <p>
            <Change change={change} />
          </p>
        </div>
      ))}
    </>
  );
}

/** Told apart by signs and words, not by colours alone. */
function Change({
  change: { kind, before, after, words },
}: {
  readonly change: AgreementTextFragment['changes'][number];
}) {
  if (kind === 'ADDED') return <ins>{after}</ins>;
  if (kind === 'REMOVED') return <del>{before}</del>;
  return words.map(({ kind: what, text }, index) => {
    const said = <span className="unseen">{WORD_CHANGES[what]}</span>;
    if (what === 'KEPT') return <span key={index}>{text}</span>;
    return what === 'ADDED' ? (
      <ins key={index}>
        {said}
        {text}
      </ins>
    ) : (
      <del key={index}>
        {said}
        {text}
      </del>
    );
  });
}
