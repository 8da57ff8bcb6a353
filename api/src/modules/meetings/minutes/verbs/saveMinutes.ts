import { int, line, many, optional, paragraph } from '../../../../kernel/field.ts';
import { meetingVerb } from '../../meeting/meeting.case.ts';
import { MOST_SECTIONS } from '../../meeting/meeting.topics.ts';
import { MinutesConflictType } from '../conflict.type.ts';
import { minutesReasons } from '../minutes.reasons.ts';
import { placed } from '../saving.ts';
import { keepVersion, versionsOf } from '../versions.ts';

/** Two people may write at once: nobody's text is lost, and whoever is second is told what the first one changed. */
export const saveMinutes = meetingVerb('saveMinutes', {
  label: '保存纪要',
  about: 'Saves a version of the minutes. Written over an old one it is kept as a branch, which somebody merges.',
  input: {
    basedOn: int('所依据的稿次', 'The version that was changed.', 1, 100_000),
    merges: optional(int('合并的稿次', 'A branch that is taken up in what is saved.', 1, 100_000)),
    sections: many(line('章节', 'Keys of the parts that have a new text; the others stay as they are.', { max: 60 }), {
      max: MOST_SECTIONS,
    }),
    texts: many(paragraph('正文', 'The new text of each of them.', { max: 10_000 }), {
      ...{ max: MOST_SECTIONS, repeats: true },
    }),
  },
  shows: { field: 'conflict', type: () => MinutesConflictType },
  asks: ({ subject, input: { basedOn, merges }, transaction }) =>
    versionsOf(subject.id, [basedOn, ...(merges === null ? [] : [merges])], transaction),
  effect({ row, asked, input, viewer, transaction }) {
    const { basedOn, merges, sections, texts } = input;
    if (sections.length !== texts.length)
      minutesReasons.refuse('MINUTES_TEXTS_UNMATCHED', {
        ...{ path: ['input', 'texts'], values: { sections: sections.length, texts: texts.length } },
      });
    const saved = { basedOn, merges, texts: new Map(sections.map((key, index) => [key, texts[index]!])) };
    const version = placed(saved, row.headN, asked);
    const { n, branch, changed, conflict } = version;
    keepVersion({ ...version, meetingId: row.id, personId: viewer.personId }, transaction);
    if (!branch) row.headN = n;
    return { shown: conflict, data: { n, basedOn: version.basedOn, merges: version.merges, branch, changed } };
  },
});
