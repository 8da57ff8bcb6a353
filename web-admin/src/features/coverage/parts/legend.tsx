import { COVERAGE } from '../coverage.texts.ts';
import { SIGNS } from './rows.ts';

const MEANINGS = [
  ['HELD', COVERAGE.heldAbout],
  ['COMING', COVERAGE.comingAbout],
  ['VACANT', COVERAGE.vacantAbout],
  ['LACKING', COVERAGE.lackingAbout],
] as const;

/** What the signs mean. */
export function Legend() {
  return (
    <ul className="matrix-legend" aria-label={COVERAGE.legend}>
      {MEANINGS.map(([standing, about]) => (
        <li key={standing}>
          <span className={`matrix-cell matrix-${standing.toLowerCase()}`} aria-hidden="true">
            {SIGNS[standing]}
          </span>
          {about}
        </li>
      ))}
    </ul>
  );
}
