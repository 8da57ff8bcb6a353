import { ACTIONS } from './actions.texts.ts';
import type { ActionForm } from './form.ts';

/** What begins to run once it is done, so that nobody is surprised by a deadline. */
export function NextDuties({ next }: Pick<ActionForm, 'next'>) {
  if (next.length === 0) return null;
  return (
    <div className="action-next">
      <strong>{ACTIONS.next}</strong>
      <ul>
        {next.map(({ label, limit }) => (
          <li key={label}>{ACTIONS.nextWithin(label, limit)}</li>
        ))}
      </ul>
      <p className="soft">{ACTIONS.nextNote}</p>
    </div>
  );
}
