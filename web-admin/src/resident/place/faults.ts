import { lengthOf } from '../../actions/form.ts';
import { RESIDENT } from '../resident.texts.ts';
import type { OrderDraft } from './draft.ts';
import { PLACE } from './place.texts.ts';

export type Faults = Readonly<Record<string, string>>;

const what = ({ category, content }: OrderDraft): Faults => ({
  ...(category === '' && { category: PLACE.categoryWrong }),
  ...(lengthOf(content) < 2 && { content: PLACE.contentWrong(lengthOf(content)) }),
  ...(lengthOf(content) > 2000 && { content: PLACE.contentLong }),
});

const where = ({ place, estate, door }: OrderDraft): Faults => ({
  ...(place === '' && { place: RESIDENT.communityWrong }),
  ...(lengthOf(estate) > 60 && { estate: PLACE.doorLong }),
  ...(lengthOf(door) > 60 && { door: PLACE.doorLong }),
});

const who = ({ wishAt }: OrderDraft): Faults => ({
  ...(wishAt !== '' && new Date(`${wishAt}:00+08:00`) <= new Date() && { wishAt: PLACE.wishPast }),
});

/** What is not right in a step, by field; nothing when one may go on. */
export const faultsIn = (step: number, draft: OrderDraft): Faults => [what, where, who][step]?.(draft) ?? {};

/** In which step a field of the server's stands. */
export const stepOf = (field: string | undefined): number =>
  ['category', 'title', 'content', 'photos'].includes(field ?? '')
    ? 0
    : ['place', 'estate', 'door'].includes(field ?? '')
      ? 1
      : field === 'wishAt'
        ? 2
        : 3;
