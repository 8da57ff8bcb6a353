import {
  BorderStyle,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
  convertMillimetersToTwip as mm,
} from 'docx';
import { chineseNumber } from './chinese-number.ts';
import {
  apart,
  blank,
  body,
  CHARACTER,
  FONTS,
  free,
  line,
  listed,
  officialDocument,
  redLine,
  run,
  toBothEdges,
  WIDTH,
} from './official-page.ts';

/** One part of the text; what opens and closes the minutes has no heading. */
export interface WordSection {
  readonly heading: string | null;
  readonly text: string;
}

/** Minutes as they are printed. Days are written out: 2026年11月23日. */
export interface MinutesPaper {
  /** The red mark: ××联席会议纪要. */
  readonly mark: string;
  /** 〔2026〕3号, or what stands in its place before it is given. */
  readonly number: string;
  /** Who issues it. */
  readonly issuer: string;
  readonly day: string;
  /** Whose meeting, and which: one line if it fits, otherwise two. */
  readonly title: readonly [whose: string, which: string];
  readonly sections: readonly WordSection[];
  /** 出席, 请假, 列席 …, each with those who are named under it. */
  readonly people: readonly { readonly label: string; readonly names: readonly string[] }[];
  /** 抄送. */
  readonly recipients: readonly string[];
  /** Corrections: printed behind, for the text itself stays as it was issued. */
  readonly errata: readonly { readonly day: string; readonly text: string }[];
}

/** The file for Word, laid out as the standard for official documents has it (GB/T 9704-2012, 10.3 纪要格式). */
export async function minutesWord(paper: MinutesPaper): Promise<Buffer> {
  const children = [
    ...head(paper),
    ...text(paper.sections),
    ...people(paper),
    blank(),
    imprint(paper),
    ...errata(paper),
  ];
  return Packer.toBuffer(officialDocument(paper.title.join(''), children));
}

// The mark shrinks so that it stays on one line.
const MARK = { largest: 88, smallest: 44 };

function head({ mark, number, issuer, day, title }: MinutesPaper): Paragraph[] {
  const fitting = Math.floor((WIDTH - mm(4)) / mark.length / 10);
  const size = Math.max(MARK.smallest, Math.min(MARK.largest, fitting));
  const height = size * 13;
  return [
    // The top of the mark lies 35 mm below that of the type area; above its characters the line has some air.
    free(mm(35) - Math.round(height / 6), [run('')]),
    free(height, [run(mark, { font: FONTS.title, size, color: 'FF0000', characterSpacing: 0 })]),
    blank(),
    free(579, [run(number)]),
    toBothEdges(issuer, day, { border: redLine }),
    ...[blank(), blank()],
    ...titleLines(title).map((one) => free(700, [run(one, { font: FONTS.title, size: 44, characterSpacing: 0 })])),
    blank(),
  ];
}

/** Characters of 2号 that stand on one line. */
const ON_ONE_LINE = 20;

/** A line is broken where a word ends. */
const titleLines = (title: MinutesPaper['title']): readonly string[] =>
  title.join('').length > ON_ONE_LINE ? title : [title.join('')];

function text(sections: readonly WordSection[]): Paragraph[] {
  let number = 0;
  return sections.flatMap(({ heading, text: written }) => [
    ...(heading === null ? [] : [body(`${chineseNumber((number += 1))}、${heading}`, 'first')]),
    ...paragraphsOf(written),
  ]);
}

/** A short line such as （一）办理情况 is a heading of the second level. */
const SECOND_LEVEL = /^（[一二三四五六七八九十]+）[^。；，]{1,30}$/;

const paragraphsOf = (written: string): Paragraph[] =>
  written
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => body(one, SECOND_LEVEL.test(one) ? 'second' : 'body'));

function people({ people: groups }: MinutesPaper): Paragraph[] {
  const named = groups.filter(({ names }) => names.length > 0);
  return [blank(), ...named.map(({ label, names }) => listed(label, names.join('、')))];
}

const NO_EDGE = { style: BorderStyle.NONE };

/** 版记: to whom it goes, who printed it and when, between lines of 0.35 mm and 0.25 mm. */
function imprint({ recipients, issuer, day }: MinutesPaper): Table {
  const edge = { style: BorderStyle.SINGLE, size: 8 };
  const indent = { left: CHARACTER - 36, right: CHARACTER - 36 };
  const small = { size: 28, characterSpacing: 0 };
  const copies = recipients.length > 0 ? [run(`抄送：${recipients.join('，')}。`, small)] : [];
  const rows = [...copies, apart(issuer, `${day}印发`, small)];
  return new Table({
    ...{ width: { size: WIDTH, type: WidthType.DXA }, columnWidths: [WIDTH] },
    borders: {
      ...{ top: edge, bottom: edge, left: NO_EDGE, right: NO_EDGE },
      insideHorizontal: { style: BorderStyle.SINGLE, size: 6 },
    },
    rows: rows.map((one, index) => {
      const tabStops = [{ type: 'right' as const, position: WIDTH - indent.left }];
      // The rows stay on one page.
      const said = line([one], { indent, tabStops, keepNext: index < rows.length - 1 });
      const cell = new TableCell({ margins: { left: 0, right: 0 }, children: [said] });
      return new TableRow({ cantSplit: true, children: [cell] });
    }),
  });
}

function errata({ errata: corrections }: MinutesPaper): Paragraph[] {
  if (corrections.length === 0) return [];
  return [
    new Paragraph({ children: [new PageBreak()] }),
    body('更正', 'first'),
    ...corrections.map(({ day, text: written }, index) => body(`${String(index + 1)}.${written}（${day}）`)),
  ];
}
