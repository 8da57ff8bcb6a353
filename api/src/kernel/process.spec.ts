import { describe, expect, it } from '@jest/globals';
import { days, workdays } from './limit.ts';
import { CLOCK, defineProcess, HELD, HOUSE, SAME, targetsOf, type Process, type ProcessTable } from './process.ts';

type Table = ProcessTable<string, string, string>;
/** A sound table, from which each test breaks one thing. */
const sound: Table = {
  noun: 'wish',
  label: '心愿',
  about: 'A wish.',
  initial: 'WISHED',
  ends: ['GRANTED'],
  states: {
    WISHED: ['待认领', '.'],
    ADOPTED: ['已认领', '.'],
    RESTING: ['暂缓', '.'],
    GRANTED: ['已实现', '.'],
  },
  who: { AUTHOR: ['许愿人', 'person'], VOLUNTEER: ['志愿者', 'community'] },
  steps: [
    ['WISHED', 'adopt', 'VOLUNTEER', 'ADOPTED', workdays(2)],
    ['WISHED', 'lapse', CLOCK, 'GRANTED', days(30)],
    ['ADOPTED', 'grant', ['VOLUNTEER', 'AUTHOR'], 'GRANTED', workdays(7)],
    [['WISHED', 'ADOPTED'], 'rest', 'AUTHOR', 'RESTING'],
    ['RESTING', 'wake', 'AUTHOR', HELD],
    [['WISHED', 'ADOPTED', 'RESTING'], 'note', ['AUTHOR', 'VOLUNTEER'], SAME],
  ],
  spans: { grant: { over: ['ADOPTED'], pausedIn: ['RESTING'] } },
};
const steps = (...more: Table['steps']): Table => ({ ...sound, steps: [...sound.steps, ...more] });
const without = (...actions: string[]): Table => ({
  ...sound,
  spans: {},
  steps: sound.steps.filter((row) => !actions.includes(row[1])),
});
const withState = (name: string, table: Table): Table => ({
  ...table,
  states: { ...table.states, [name]: ['新', '.'] },
});

describe('a sound table', () => {
  const process: Process = defineProcess(sound);

  it('lists its actions once, in order', () => {
    expect(process.actions).toEqual(['adopt', 'lapse', 'grant', 'rest', 'wake', 'note']);
  });

  it.each([
    ['WISHED', 'adopt', 'ADOPTED'],
    ['ADOPTED', 'rest', 'RESTING'],
    ['RESTING', 'note', SAME],
    ['RESTING', 'wake', HELD],
    ['ADOPTED', 'adopt', undefined],
    ['GRANTED', 'note', undefined],
    ['NOWHERE', 'note', undefined],
  ])('from %s by %s to %s', (state, action, to) => expect(process.step(state, action)?.to).toBe(to));

  it.each([
    ['WISHED', ['VOLUNTEER'], ['adopt', 'note']],
    ['WISHED', ['AUTHOR'], ['rest', 'note']],
    ['ADOPTED', ['AUTHOR', 'VOLUNTEER'], ['grant', 'rest', 'note']], // each action once
    ['WISHED', [], []],
    ['WISHED', ['STRANGER'], []],
    ['GRANTED', ['AUTHOR', 'VOLUNTEER'], []],
    ['WISHED', [CLOCK], ['lapse']],
  ])('in %s %j may %j', (state, relations, actions) =>
    expect(process.actionsFor(state, new Set(relations))).toEqual(actions),
  );

  it.each([
    ['adopt', { over: ['WISHED'], pausedIn: [] }],
    ['grant', { over: ['ADOPTED'], pausedIn: ['RESTING'] }],
  ])('the clock of %s runs in %j', (action, span) => {
    expect(process.steps.find((step) => step.action === action)?.span).toEqual(span);
  });

  it('knows the limit of a step, or that it has none', () => {
    expect(process.step('WISHED', 'adopt')?.within).toEqual(workdays(2));
    expect(process.step('WISHED', 'rest')?.within).toBeNull();
  });

  it.each([
    ['adopt', ['ADOPTED']],
    ['note', []],
    ['wake', ['WISHED', 'ADOPTED']],
  ])('%s can lead to %j', (action, states) => {
    const step = process.steps.find((one) => one.action === action)!;
    expect(targetsOf(step, process.steps)).toEqual(states);
  });
});

describe('every fault is found', () => {
  const isle: Table['steps'] = [
    ['LOST', 'drift', 'AUTHOR', 'ISLE'],
    ['ISLE', 'sail', 'AUTHOR', 'LOST'],
    ['ISLE', 'find', 'AUTHOR', 'GRANTED'],
  ];
  const bog: Table['steps'] = [
    ['WISHED', 'fall', 'AUTHOR', 'PIT'],
    ['PIT', 'sink', 'AUTHOR', 'BOG'],
    ['BOG', 'climb', 'AUTHOR', 'PIT'],
  ];
  it.each<[string, Table]>([
    ['two rows for adopt in WISHED', steps(['WISHED', 'adopt', 'AUTHOR', 'GRANTED'])],
    ['two rows for tell in WISHED', steps([['WISHED', 'WISHED'], 'tell', 'AUTHOR', SAME])],
    [
      'expire belongs to a person and to the clock',
      steps(['ADOPTED', 'expire', ['AUTHOR', CLOCK], 'GRANTED', days(1)]),
    ],
    ['expire belongs to the clock but has no limit', steps(['ADOPTED', 'expire', CLOCK, 'GRANTED'])],
    ['end belongs to a person and to the house', steps(['ADOPTED', 'end', ['AUTHOR', HOUSE], 'GRANTED'])],
    ['end belongs to the house but has a limit', steps(['ADOPTED', 'end', HOUSE, 'GRANTED', days(1)])],
    ['WISHED has two clock rows', steps(['WISHED', 'expire', CLOCK, 'GRANTED', days(1)])],
    ['span of note, which has no limit', { ...sound, spans: { note: { over: ['WISHED'], pausedIn: [] } } }],
    ['span of nothing, which has no limit', { ...sound, spans: { nothing: { over: ['WISHED'], pausedIn: [] } } }],
    ['span of grant leaves out ADOPTED', { ...sound, spans: { grant: { over: ['WISHED'], pausedIn: [] } } }],
    [
      'span of grant runs and stands still in ADOPTED',
      { ...sound, spans: { grant: { over: ['ADOPTED'], pausedIn: ['ADOPTED'] } } },
    ],
    ['no path leads from WISHED to LOST', withState('LOST', steps(['LOST', 'find', 'AUTHOR', 'GRANTED']))],
    ['no path leads from PIT to an end', withState('PIT', steps(['WISHED', 'fall', 'AUTHOR', 'PIT']))],
    [
      'no path leads from PIT to an end',
      withState('PIT', steps(['WISHED', 'fall', 'AUTHOR', 'PIT'], ['PIT', 'turn', 'AUTHOR', SAME])),
    ],
    // Two states that lead to each other only.
    ['no path leads from WISHED to ISLE', withState('ISLE', withState('LOST', steps(...isle)))],
    ['no path leads from BOG to an end', withState('PIT', withState('BOG', steps(...bog)))],
    ['no path leads from RESTING to an end', without('wake')],
    ['no path leads from WISHED to RESTING', without('rest')],
    ['no path leads from WISHED to an end', { ...sound, ends: [] }],
  ])('%s', (fault, table) => expect(() => defineProcess(table)).toThrow(fault));

  it('all of them are named together, with the process', () => {
    const table = withState(
      'PIT',
      steps(['WISHED', 'adopt', 'AUTHOR', 'PIT'], ['ADOPTED', 'expire', CLOCK, 'GRANTED']),
    );
    expect(() => defineProcess(table)).toThrow(
      'Process "wish": two rows for adopt in WISHED; expire belongs to the clock but has no limit; no path leads from PIT to an end',
    );
  });

  it('an end that can be left again is no fault, nor are two clock rows in two states', () => {
    const table = steps(['GRANTED', 'reopen', 'AUTHOR', 'WISHED'], ['ADOPTED', 'expire', CLOCK, 'WISHED', days(9)]);
    expect(() => defineProcess(table)).not.toThrow();
  });
});
