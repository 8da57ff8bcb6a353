import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  LineRuleType,
  PageNumber,
  Paragraph,
  Tab,
  TextRun,
  convertMillimetersToTwip as mm,
  type IParagraphOptions,
  type IRunOptions,
  type ISectionOptions,
} from 'docx';

// The figures are those of GB/T 9704-2012: A4, 版心 156 mm × 225 mm, on it 22 lines of 28 characters in 3号 (16 pt).
const TOP = mm(37);
const LEFT = mm(28);
/** Width of the type area. */
export const WIDTH = mm(156);
/** 225 mm in 22 lines are 28.99 pt; a twentieth less, so that rounding never pushes the last line out. */
const LINE = 579;
/** 28 characters of 16 pt are 158 mm: each is set a quarter of a point closer. */
const CLOSER = -5;
/** One character, set closer. */
export const CHARACTER = 316;

const font = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });
/** Typefaces of the standard, by the part that each plays. */
export const FONTS = {
  title: font('方正小标宋简体'),
  body: font('仿宋_GB2312'),
  first: font('黑体'),
  second: font('楷体_GB2312'),
  number: font('宋体'),
} as const;

/** Text in 3号仿宋 unless told otherwise. */
export const run = (text: string, more: IRunOptions = {}): TextRun =>
  new TextRun({ text, size: 32, font: FONTS.body, characterSpacing: CLOSER, ...more });

/** A paragraph on the grid of 22 lines. */
export const line = (children: TextRun[], more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({
    spacing: { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    alignment: AlignmentType.BOTH,
    // A paragraph of three lines would otherwise jump to the next page whole.
    widowControl: false,
    children,
    ...more,
  });

export const blank = (): Paragraph => line([run('')]);

/** A paragraph whose lines are this high, for what does not keep to the grid. */
export const free = (height: number, children: TextRun[], more: IParagraphOptions = {}): Paragraph =>
  line(children, {
    alignment: AlignmentType.CENTER,
    spacing: { line: height, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    ...more,
  });

// Programs that do not know the count of characters take the measure.
const twoCharacters = { firstLine: 2 * CHARACTER, firstLineChars: 200 };

/** A paragraph of the text, indented by two characters. */
export const body = (text: string, typeface: keyof typeof FONTS = 'body'): Paragraph =>
  line([run(text, { font: FONTS[typeface] })], { indent: twoCharacters });

/** 出席：… with the names hanging behind the label. */
export function listed(label: string, names: string): Paragraph {
  const hanging = (label.length + 1) * CHARACTER;
  return line([run(`${label}：`, { font: FONTS.first }), run(names)], {
    indent: { left: 2 * CHARACTER + hanging, hanging },
  });
}

/** The red line that separates the head from the text. */
export const redLine = { bottom: { style: BorderStyle.SINGLE, size: 12, color: 'FF0000', space: 4 } };

/** A run of something on the left and something at the next tab stop. */
export const apart = (left: string, right: string, more: IRunOptions = {}): TextRun =>
  new TextRun({ children: [left, new Tab(), right], size: 32, font: FONTS.body, characterSpacing: CLOSER, ...more });

/** Something on the left, something on the right edge of the type area. */
export const toBothEdges = (left: string, right: string, more: IParagraphOptions = {}): Paragraph =>
  line([apart(left, right)], { tabStops: [{ type: 'right', position: WIDTH }], ...more });

/** — 1 — in 4号 half-width, one character from the outer edge. */
function pageNumber(side: 'left' | 'right'): Footer {
  const alignment = side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT;
  const number = new TextRun({ size: 28, font: FONTS.number, children: ['— ', PageNumber.CURRENT, ' —'] });
  return new Footer({ children: [new Paragraph({ alignment, indent: { [side]: 280 }, children: [number] })] });
}

/** A document of such pages: odd ones carry their number on the right, even ones on the left. */
export function officialDocument(title: string, children: ISectionOptions['children']): Document {
  return new Document({
    ...{ title, creator: '共治平台', evenAndOddHeaderAndFooters: true },
    styles: {
      default: { document: { run: { size: 32, font: FONTS.body, language: { eastAsia: 'zh-CN' } } } },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: TOP, bottom: mm(35), left: LEFT, right: mm(26), header: mm(15), footer: mm(23) },
          },
          grid: { type: DocumentGridType.LINES, linePitch: LINE },
        },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children,
      },
    ],
  });
}
