import { ActionsMeetingDocument, ActionsObjectionsDocument, ActionsProjectDocument } from '../gql/graphql.ts';
import { spellDay } from '../../parts/instant.ts';
import { type Lookup, read } from './lookup.ts';

/** Items of the agenda: of the meeting that is acted upon, or that another field names. */
export const topics: Lookup = {
  whole: true,
  beside: 'meetingId',
  find: async (_text, { noun, subjectId, beside }) => {
    const id = beside ?? (noun === 'jointMeeting' ? subjectId : null);
    if (id === null) return [];
    const { jointMeeting } = await read(ActionsMeetingDocument, { id });
    const open = (jointMeeting?.topics ?? []).filter(({ withdrawnAt }) => !withdrawnAt);
    return open.map((topic) => ({ value: topic.id, label: topic.title }));
  },
};

export const milestones: Lookup = {
  whole: true,
  find: async (_text, { subjectId }) => {
    if (subjectId === null) return [];
    const { project } = await read(ActionsProjectDocument, { id: subjectId });
    const open = (project?.milestones ?? []).filter(({ doneOn }) => !doneOn);
    return open.map(({ id, title, dueOn }) => ({ value: id, label: title, about: spellDay(dueOn) }));
  },
};

export const objections: Lookup = {
  whole: true,
  find: async (_text, { subjectId }) => {
    if (subjectId === null) return [];
    const { appointment } = await read(ActionsObjectionsDocument, { id: subjectId });
    const open = (appointment?.objections ?? []).filter(({ settledAt }) => !settledAt);
    return open.map(({ id, text }) => ({ value: id, label: text }));
  },
};
