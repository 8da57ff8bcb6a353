import type { Figure } from '../people.seed.ts';
import { isStreet, streetOf, type People } from '../alliance/setting.ts';

/** Who has to do with the needs and projects of one alliance. */
export interface Office {
  readonly worker: Figure;
  readonly head: Figure;
  readonly reviewer: Figure;
  readonly committee: Figure;
}

/** The office of a community, or of a street for what is the whole street's. */
export function officeOf(code: string, people: People): Office {
  const street = streetOf(code);
  const reviewer = people.at('STREET_REVIEWER', street);
  const committee = people.at('STREET_COMMITTEE', street);
  if (isStreet(code)) return { worker: reviewer, head: committee, reviewer, committee };
  const worker = people.at('COMMUNITY_WORKER', code);
  return { worker, head: people.at('COMMUNITY_SECRETARY', code), reviewer, committee };
}
