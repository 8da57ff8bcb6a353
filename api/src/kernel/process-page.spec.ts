import { describe, expect, it } from '@jest/globals';
import { days, workdays } from './limit.ts';
import { renderProcess, type ActionLabels } from './process-page.ts';
import { CLOCK, defineProcess, HELD, SAME } from './process.ts';

const wish = defineProcess({
  noun: 'wish',
  label: '心愿',
  about: 'From a wish\nto its fulfilment.',
  initial: 'WISHED',
  ends: ['GRANTED'],
  states: {
    WISHED: ['待认领: "新"', 'Nobody | has it | yet.'],
    ADOPTED: ['已认领', 'Somebody has it.'],
    RESTING: ['暂缓', 'It waits.'],
    GRANTED: ['已实现', 'Done.'],
  },
  who: { AUTHOR: ['许愿人', 'person'], VOLUNTEER: ['志愿者', 'community'] },
  steps: [
    ['WISHED', 'adopt', 'VOLUNTEER', 'ADOPTED', workdays(2)],
    ['WISHED', 'lapse', CLOCK, 'GRANTED', days(30)],
    ['ADOPTED', 'grant', ['VOLUNTEER', 'AUTHOR'], 'GRANTED', workdays(7)],
    ['ADOPTED', 'thank', 'AUTHOR', 'GRANTED'],
    [['WISHED', 'ADOPTED'], 'rest', 'AUTHOR', 'RESTING'],
    ['RESTING', 'wake', 'AUTHOR', HELD],
    ['ADOPTED', 'note', 'AUTHOR', SAME],
  ],
  spans: { grant: { over: ['ADOPTED'], pausedIn: ['RESTING'] }, adopt: { over: ['WISHED', 'ADOPTED'], pausedIn: [] } },
});
const labels: ActionLabels = Object.fromEntries(
  Object.entries({
    adopt: '认领',
    lapse: '到期',
    grant: '实现',
    thank: '致谢',
    rest: '暂缓',
    wake: '恢复',
    note: '备注',
  }).map(([action, label]) => [action, { label, about: `About ${action}.` }]),
);
const page = renderProcess(wish, labels);

describe('the page', () => {
  it.each([
    '# 心愿 (wish)\n\nFrom a wish to its fulfilment.\n',
    'stateDiagram-v2\n  state "待认领： ”新”" as WISHED\n',
    '  [*] --> WISHED\n',
    '  WISHED --> ADOPTED: 认领\n',
    '  WISHED --> GRANTED: ⏱到期\n',
    '  ADOPTED --> GRANTED: 实现 / 致谢\n', // one arrow for two actions
    '  RESTING --> WISHED: 恢复\n  RESTING --> ADOPTED: 恢复\n',
    '  GRANTED --> [*]\n```\n',
    '| From | Action | Who | Next | Limit |\n| --- | --- | --- | --- | --- |\n',
    '| `ADOPTED` 已认领 | `grant` 实现 | `VOLUNTEER` 志愿者<br>`AUTHOR` 许愿人 | `GRANTED` 已实现 | 7个工作日 (`7WD`) |\n',
    '| ⏱ `CLOCK` | `GRANTED` 已实现 | 30天 (`30D`) |\n',
    '| `note` 备注 | `AUTHOR` 许愿人 | the same | – |\n',
    '| `wake` 恢复 | `AUTHOR` 许愿人 | the state before it was put on hold | – |\n',
    '| `grant` 实现 | 7个工作日 (`7WD`) | `ADOPTED` 已认领 | `RESTING` 暂缓 |\n',
    '| `adopt` | 认领 | About adopt. |\n',
    '| `WISHED` | 待认领: "新" | Nobody \\| has it \\| yet. |\n',
    'Begins in `WISHED`. Ends, where nobody owes anything: `GRANTED`.',
    '| `VOLUNTEER` | 志愿者 | community |\n',
  ])('has %j', (part) => expect(page).toContain(part));

  it('draws no arrow for what leaves the state as it is', () => expect(page).not.toContain('ADOPTED --> ADOPTED'));

  it('lists only clocks that reach beyond their states', () => {
    const section = page.slice(page.indexOf('## Clocks'), page.indexOf('## Actions'));
    expect(section.match(/^\| `/gm)).toHaveLength(2);
  });

  it('has as many cells in every row of a table as in its head', () => {
    const blocks = page.split('\n\n').filter((block) => block.startsWith('| '));
    const widths = blocks.map(
      (block) =>
        new Set(
          block
            .trim()
            .split('\n')
            .map((row) => row.replaceAll('\\|', '').split('|').length),
        ),
    );
    expect(blocks).toHaveLength(5);
    expect(widths.every((width) => width.size === 1)).toBe(true);
  });

  it('is the same every time and ends with one line end', () => {
    expect(renderProcess(wish, labels)).toBe(page);
    expect(page).toMatch(/[^\n]\n$/);
  });

  it('is not printed while an action has no label', () => {
    const { adopt: _, ...rest } = labels;
    expect(() => renderProcess(wish, rest)).toThrow('Process "wish": no label for adopt');
  });
});
