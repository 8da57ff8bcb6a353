import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Process } from '../../api/src/kernel/process.ts';
import { Matrix, type MatrixOptions } from './matrix.ts';
import { openMatrixWorld, type MatrixWorld } from './matrix-cast.ts';
import { dutiesOf, ringOut } from './matrix-deadlines.ts';

export interface Suite {
  /** Makes the case in a world of two houses, with everything filled in that some state asks for. */
  open(people: MatrixWorld): Promise<Omit<MatrixOptions, 'noun'>>;
  /** Does the case lie in a community by its nature? Otherwise it is also tried as one of the street. */
  readonly local?: true;
  /** Actions that nobody of the cast is let take, and why. */
  readonly nobodys?: Readonly<Record<string, string>>;
  /** Steps of the clock that the case put in by hand is not ripe for, and why. */
  readonly unripe?: Readonly<Record<string, string>>;
}

const OF_STREET = { community_code: null };

/** The matrix of one process, and its deadlines. */
export function matrixOf(process: Process, { open, local, nobodys = {}, unripe = {} }: Suite): void {
  // Some seconds alone; a minute on a machine that does much else.
  jest.setTimeout(120_000);
  let people: MatrixWorld;
  let matrix: Matrix;

  beforeAll(async () => {
    people = await openMatrixWorld({ nodes: 2 });
    matrix = new Matrix(people, { noun: process.noun, ...(await open(people)) });
  });
  afterAll(() => people.world.close());

  describe('everybody can do what the table says, and nothing else', () => {
    it.each(Object.keys(process.states))('%s', (state) => matrix.inState(state));

    it('every action was somebody’s', () => {
      const never = matrix.actions.filter((action) => !matrix.admitted.has(action));
      expect(never.toSorted()).toEqual(Object.keys(nobodys).toSorted());
    });
  });

  if (!local)
    describe('so it is with a case of the whole street', () => {
      const [first, ...others] = Object.keys(process.states);
      it(first!, () => matrix.inState(first!, OF_STREET));
      it.each(others)('%s, as it is shown', async (state) => void (await matrix.shownIn(state, OF_STREET)));
    });

  const duties = dutiesOf({ of: { process } as never });
  if (duties.length > 0)
    describe('every deadline is near once and runs out once, whichever house looks', () => {
      it.each(duties.map((duty) => [duty.action, duty.state, duty.byClock ? 'taken' : 'missed', duty] as const))(
        '%s in %s is %s',
        async (action, _state, _how, duty) => {
          const rung = await ringOut(people.world, matrix, duty);
          const ripe = duty.byClock && !(action in unripe);
          expect(rung).toEqual({ near: 1, missed: duty.byClock ? 0 : 1, taken: ripe ? 1 : 0 });
        },
      );
    });
}
