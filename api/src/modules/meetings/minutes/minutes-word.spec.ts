import { beforeAll, expect, it } from '@jest/globals';
import { unzipped } from '../../../../../test/support/unzipped.ts';
import { chineseNumber } from './chinese-number.ts';
import { minutesWord, type MinutesPaper } from './minutes-word.ts';

const PAPER: MinutesPaper = {
  mark: '演示街道红色联盟联席会议纪要',
  number: '〔2026〕3号',
  issuer: '演示街道党工委',
  day: '2026年11月23日',
  title: ['演示街道红色联盟', '2026年第3次联席会议纪要'],
  sections: [
    { heading: null, text: '会议开始。' },
    { heading: '加装电梯', text: '（一）情况\n听取了汇报。\n\n议定如下。' },
    { heading: '路灯 & <维修>', text: '同意。' },
    { heading: null, text: '会议结束。' },
  ],
  people: [
    { label: '出席', names: ['示例甲（演示医院）', '示例乙（演示学校）'] },
    { label: '请假', names: ['演示银行'] },
    { label: '列席', names: [] },
  ],
  recipients: ['各成员单位', '演示街道党工委'],
  errata: [{ day: '2026年11月30日', text: '“甲”应为“乙”。' }],
};

let files: ReadonlyMap<string, string>;
let xml: string;
beforeAll(async () => {
  files = unzipped(await minutesWord(PAPER));
  xml = files.get('word/document.xml')!;
});

/** The paragraphs as their text. */
const paragraphs = (of: string) =>
  [...of.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([one]) =>
    [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)].map(([, said]) => said ?? '→').join(''),
  );

it('says everything in the order of the standard', () => {
  expect(paragraphs(xml).filter((one) => one !== '')).toEqual([
    '演示街道红色联盟联席会议纪要',
    '〔2026〕3号',
    '演示街道党工委→2026年11月23日',
    '演示街道红色联盟',
    '2026年第3次联席会议纪要',
    '会议开始。',
    '一、加装电梯',
    '（一）情况',
    '听取了汇报。',
    '议定如下。',
    '二、路灯 &amp; &lt;维修&gt;',
    '同意。',
    '会议结束。',
    '出席：示例甲（演示医院）、示例乙（演示学校）',
    '请假：演示银行',
    '抄送：各成员单位，演示街道党工委。',
    '演示街道党工委→2026年11月23日印发',
    '更正',
    '1.“甲”应为“乙”。（2026年11月30日）',
  ]);
});

it('is laid out for 22 lines of 28 characters on A4', () => {
  expect(xml).toContain('<w:pgSz w:w="11905" w:h="16837"');
  expect(xml).toMatch(/<w:pgMar w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"/);
  expect(xml).toMatch(/<w:docGrid w:type="lines" w:linePitch="579"\/>/);
  // 22 lines fit between the margins, 23 do not; 28 characters of 16 pt less a quarter each fit, 29 do not.
  const [height, width] = [16837 - 2097 - 1984, 11905 - 1474 - 1587];
  expect([Math.floor(height / 579), Math.floor(width / (320 - 5))]).toEqual([22, 28]);
  const text = xml.split('会议开始。')[1]!.split('<w:tbl>')[0]!;
  const lines = [...text.matchAll(/<w:spacing [^>]*w:line="(\d+)"[^>]*w:lineRule="(\w+)"/g)];
  expect(lines.length).toBeGreaterThan(5);
  expect(new Set(lines.map(([, height, rule]) => `${height!} ${rule!}`))).toEqual(new Set(['579 exact']));
});

it('has a red mark above a red line', () => {
  expect(/<w:r>(?:(?!<\/w:r>).)*演示街道红色联盟联席会议纪要/s.exec(xml)![0]).toContain('w:color w:val="FF0000"');
  expect(xml).toMatch(/<w:pBdr><w:bottom w:val="single" w:color="FF0000"/);
});

it('indents by two characters and sets headings in their typefaces', () => {
  const of = (said: string) =>
    [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([one]) => one).find((one) => one.includes(`>${said}<`))!;
  expect(of('听取了汇报。')).toContain('w:firstLineChars="200"');
  expect(of('听取了汇报。')).toContain('仿宋_GB2312');
  expect(of('一、加装电梯')).toContain('w:eastAsia="黑体"');
  expect(of('（一）情况')).toContain('w:eastAsia="楷体_GB2312"');
  expect(of('出席：')).toMatch(/w:hanging="948"/);
});

it('numbers odd pages on the right and even ones on the left', () => {
  const footers = [...files].filter(([name]) => /footer\d\.xml$/.test(name)).map(([, text]) => text);
  expect(footers.map((text) => /w:jc w:val="(\w+)"/.exec(text)![1]).toSorted()).toEqual(['left', 'right']);
  for (const text of footers) expect(text).toMatch(/— .*PAGE.* —/s);
  expect(files.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
});

it.each([[1, '一'], [10, '十'], [11, '十一'], [20, '二十'], [35, '三十五']] as const)('writes %i as %s', (number, said) => {
  expect(chineseNumber(number)).toBe(said);
}); // prettier-ignore
