import { ID, Int } from 'type-graphql';
import { defineQueries } from '../../platform/reads/queries.ts';
import { figures, word } from '../../platform/reads/roots/figures.ts';
import { SearchNounEnum, type SearchNoun } from './search.choice.ts';
import { hitsSql } from './source.ts';
import { SOURCES } from './sources.ts';

export const searchQueries = defineQueries('SearchQueries', {
  search: figures({
    about:
      '查找 — Orders, units, people, meetings and what hangs on them, by words, number or pinyin initials: nothing that the lists of the viewer would not show.',
    row: {
      ...{ name: 'SearchHit', about: '查找结果 — Something that was found, by kind and then by how well it fits.' },
      columns: {
        noun: { type: () => SearchNounEnum, about: '对象 — What it is.' },
        id: { type: () => ID, about: '编号 — Identity of it.' },
        title: word('名称 — How it is called; the number of an order whose words are not open to the viewer.'),
        about: word('说明 — What it is known by beside that: number, place, office.'),
        stateLabel: word('状态 — How it stands, in words.', { nullable: true }),
      },
    },
    asks: {
      text: { type: () => String, about: '查找内容 — Two to sixty characters.' },
      among: { type: () => SearchNounEnum, about: '只查 — Only things of this kind.', nullable: true },
      first: { type: () => Int, about: '条数 — How many of each kind, 1 to 100.', usual: 5 },
    },
    select(statement, given) {
      const [text, among, first] = [given('text'), given('among'), given('first').known<number>()];
      if (text.absent) return null;
      const nouns = among.absent ? (Object.keys(SOURCES) as SearchNoun[]) : [among.known<SearchNoun>()];
      const found = nouns.flatMap(
        (noun, place) => hitsSql(noun, SOURCES[noun], { statement, text, first, place }) ?? [],
      );
      if (found.length === 0) return null;
      return `SELECT h.noun, h.id, h.title, h.about, h."stateLabel" FROM (${found.join(' UNION ALL ')}) h ORDER BY h.place, h.rank`;
    },
  }),
});
