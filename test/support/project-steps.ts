import { photo } from './order-world.ts';
import { does, opened, reads, REASON, type ProjectWorld } from './project-world.ts';
import type { Shown, Somebody } from './somebody.ts';
import { COMMUNITY } from './world.ts';

export const PLAN = {
  ...{ title: '假期课堂', goal: '让假期里的孩子们有人看护、有处活动', measures: '开放活动室，每周安排两次活动' },
  ...{ dueOn: '2026-12-18', beneficiaries: 60, needs: [], offers: [], division: COMMUNITY },
};

export const proposed = ({ worker }: ProjectWorld, more: object = {}, by = worker): Promise<string> =>
  opened(by, 'project', { ...PLAN, ...more });

/** The way of a project up to a state, one step after the other. */
export const TO_STATE = {
  PROPOSED: [],
  AGREED: ['addMilestone', 'agree'],
  CLAIMED: ['addMilestone', 'agree', 'claim'],
  EXECUTING: ['addMilestone', 'agree', 'claim', 'start'],
  PAUSED: ['addMilestone', 'agree', 'claim', 'start', 'pause'],
  DELIVERED: ['addMilestone', 'agree', 'claim', 'start', 'reachMilestone', 'deliver'],
  APPRAISED: ['addMilestone', 'agree', 'claim', 'start', 'reachMilestone', 'deliver', 'appraise'],
  CLEARED: ['addMilestone', 'agree', 'claim', 'start', 'reachMilestone', 'deliver', 'appraise', 'rate', 'clear'],
  ABORTED: ['abort'],
} as const;

/** A project in a state, brought there by those whose steps they are. */
export async function aProject(people: ProjectWorld, state: keyof typeof TO_STATE, more: object = {}): Promise<string> {
  const id = await proposed(people, more);
  for (const action of TO_STATE[state]) await takeStep(people, action, id);
  return id;
}

const BY: Readonly<Record<string, keyof ProjectWorld>> = {
  ...{ addMilestone: 'worker', agree: 'secretary', abort: 'committee', pause: 'secretary', takeBack: 'committee' },
  ...{
    appraise: 'worker',
    rework: 'worker',
    rate: 'resident',
    clear: 'worker',
    reopen: 'worker',
    recordVoice: 'worker',
  },
  ...{ extend: 'secretary', edit: 'worker' },
};

/** Takes one step as whoever does so in the ordinary course, with an input that is good. */
export async function takeStep(people: ProjectWorld, action: string, id: string, more: object = {}): Promise<Shown> {
  const by = people[BY[action] ?? 'liaison'] as Somebody;
  return does(by, 'project', action, { id, ...(await inputFor(people, by, action, id)), ...more });
}

/** An input with which the action is admitted in the ordinary course. */
export async function inputFor(people: ProjectWorld, by: Somebody, action: string, id: string): Promise<object> {
  const inputs: Readonly<Record<string, () => object | Promise<object>>> = {
    addMilestone: () => ({ title: '开放活动室', dueOn: '2026-11-20' }),
    reachMilestone: async () => ({
      milestoneId: await milestoneOf(people, id),
      doneOn: '2026-11-02',
      note: '已经开放',
    }),
    report: () => ({ text: '已开展三次活动', photos: [] }),
    deliver: async () => ({ ...RESULT, photos: [await by.uploads(await photo(), 'AFTER')] }),
    appraise: () => ({ finding: '现场查看，活动正常开展', photos: [] }),
    rate: () => ({ satisfied: true, text: '孩子很喜欢' }),
    recordVoice: () => ({ asked: 20, pleased: 18, text: '入户听取了二十户家长的意见' }),
    clear: () => ({ publicNotice: true }),
    pause: () => ({ reason: REASON, until: '2026-11-20' }),
    extend: () => ({ reason: REASON, dueOn: '2026-12-30' }),
    reopen: () => ({ reason: REASON, dueOn: '2027-03-01' }),
  };
  const reasoned = ['abort', 'release', 'takeBack', 'rework'];
  return (await inputs[action]?.()) ?? (reasoned.includes(action) ? { reason: REASON } : {});
}

const RESULT = { result: '活动室每周开放两次，孩子们有了去处', served: 58 };

async function milestoneOf({ worker }: ProjectWorld, id: string): Promise<string> {
  const project = await reads(worker, 'project', id, 'milestones { id doneOn }');
  const open = (project!['milestones'] as Shown[]).find(({ doneOn }) => doneOn === null);
  return open!['id'] as string;
}
