import { Cases, type Moved } from './cases.ts';
import { Ear } from './ear.ts';
import { accountOf } from './page.ts';
import { signIn, type Person } from './people.ts';
import { spell, type Stage } from './stage.ts';

export interface Meeting extends Moved {
  readonly minutesNumber: string | null;
}

export interface Resolution extends Moved {
  readonly serial: string | null;
}

export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly source: string;
}

interface Notice {
  readonly label: string | null;
  readonly headline: string | null;
  readonly subjectId: string | null;
}

export interface Scene extends Stage {
  /** Convenes for the community; keeps the record there. */
  readonly secretary: Person;
  readonly worker: Person;
  /** Heads of units of its alliance. */
  readonly leads: readonly Person[];
  readonly inbox: Ear<Notice>;
  readonly allianceId: string;
  readonly meetings: Cases<Meeting>;
  readonly resolutions: Cases<Resolution>;
}

/** What a unit brings before the meeting. */
export const OURS = '楼道充电桩和夜间照明';

/** Whoever meets: the community, and the heads of the units that the page names of it. */
export async function gather(stage: Stage): Promise<Scene> {
  const { house, told, accounts } = stage;
  const by = async (role: string, n = 0) => {
    const account = accountOf(accounts, role, n);
    return told.tell(`${spell(account)}用密码登录`, () => signIn(house, account));
  };
  const secretary = await by('社区党组织书记');
  const worker = await by('社区干部');
  const text =
    'query ($code: ID!) { division(code: $code) { alliance { id members(first: 100) { nodes { unit { name } } } } } }';
  const division = (await house.ask(text, { code: secretary.scope }, secretary.token)) as unknown as {
    alliance: { id: string; members: { nodes: { unit: { name: string } }[] } };
  };
  const members = new Set(division.alliance.members.nodes.map(({ unit }) => unit.name));
  told.detail(`${secretary.where}红色联盟现有成员单位${members.size}家`);
  const named = accounts.filter(({ role, where }) => role === '单位负责人' && members.has(where));
  const leads: Person[] = [];
  for (const account of named) leads.push(await told.tell(`${spell(account)}用密码登录`, () => signIn(house, account)));
  const inbox = new Ear<Notice>(house.socket(leads[0]!.token), 'inboxNotices', 'label headline subjectId');
  return {
    ...stage,
    ...{ secretary, worker, leads, inbox, allianceId: division.alliance.id },
    meetings: new Cases(house, 'jointMeeting', 'minutesNumber'),
    resolutions: new Cases(house, 'resolution', 'serial'),
  };
}
