import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { printType } from 'graphql';
import { buildSchema, Query, Resolver } from 'type-graphql';
import { defineChoice } from '../../kernel/choice.ts';
import { enumOf } from './enum.ts';

const LIGHT = defineChoice('TrafficLight', 'How urgent it is.', {
  RED: ['红灯', 'Over the limit.'],
  GREEN: ['绿灯', 'Plenty of time.'],
});

class Lights {
  light(): string {
    return 'RED';
  }
}
Query(() => enumOf(LIGHT), { description: 'A light.' })(Lights.prototype, 'light', {
  value: Lights.prototype.light,
});
Resolver()(Lights);

describe('an enum of a choice', () => {
  it('is registered once, with labels', async () => {
    expect(enumOf(LIGHT)).toEqual({ RED: 'RED', GREEN: 'GREEN' });
    expect(enumOf({ ...LIGHT })).toBe(enumOf(LIGHT));
    const schema = await buildSchema({ resolvers: [Lights], validate: false });
    expect(printType(schema.getType('TrafficLight')!)).toContain('"""红灯 — Over the limit."""\n  RED');
  });

  it('refuses another set under the same name', () => {
    expect(() => enumOf({ ...LIGHT, about: 'Something else.' })).toThrow('two different enums called "TrafficLight"');
  });
});
