import type { PeopleGroup } from './facts.ts';
import type { MinutesPaper } from './minutes-word.ts';
import { sayDay } from './minutes.words.ts';
import type { RecordedSection } from './record.ts';

/** What is printed: issued minutes, or a version on the way. */
export interface Printed {
  readonly name: readonly [alliance: string, which: string];
  /** 〔2026〕3号, or what stands there before it is given. */
  readonly number: string;
  readonly issuer: string;
  readonly at: Date;
  readonly sections: readonly RecordedSection[];
  readonly people: readonly PeopleGroup[];
  readonly recipients: readonly string[];
  readonly errata: readonly { readonly at: Date; readonly text: string }[];
}

/** More recipients than this are told as what they are. */
const NAMED = 8;

/** The paper for those inside, or with its public parts alone: then without the people and the list of recipients. */
export function paperOf(printed: Printed, readers: 'INSIDE' | 'PUBLIC'): MinutesPaper {
  const { name, number, issuer, at, sections, people, recipients, errata } = printed;
  const inside = readers === 'INSIDE';
  const [alliance, which] = name;
  return {
    ...{ mark: `${alliance}联席会议纪要`, number, issuer, day: sayDay(at) },
    title: [alliance, `${which}纪要${inside ? '' : '（公开部分）'}`],
    sections: sections.filter((section) => inside || section.public),
    people: inside ? people : [],
    recipients: inside ? (recipients.length > NAMED ? ['各成员单位'] : recipients) : [],
    errata: inside ? errata.map(({ at: day, text }) => ({ day: sayDay(day), text })) : [],
  };
}
