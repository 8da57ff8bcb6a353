import type { Contender, Result } from './compare.ts';
import { median, short, whole, type Table } from './statistics.ts';

export interface Growth {
  readonly sizes: readonly number[];
  readonly kinds: readonly string[];
  readonly results: readonly Result[];
  /** Who took too long to be measured, and the milliseconds one list took; infinite when it was given up. */
  readonly slow: ReadonlyMap<Contender, number>;
}

/** How many times as long the largest may take as the smallest. */
export const AIM = 1.3;

/** Times and rates of each kind of viewer at each size, beside those of the smallest. */
export function growthTables(growth: Growth): Table[] {
  const { sizes, kinds } = growth;
  const head = ['', ...sizes.map((size) => `${whole(size)} orders`)];
  const last = `largest ÷ smallest (aim ≤ ${short(AIM)})`;
  const latencies = (result: Result) => result.rounds.map((slice) => median(slice.latencies));
  const rates = (result: Result) => result.rounds.map(({ count, seconds }) => count / seconds);
  return [
    {
      title: 'Time of a work list',
      about: 'Milliseconds, half of all lists are there sooner; one connection, a document that the house knows.',
      head: [...head, last],
      rows: kinds.map((kind) => row(growth, { kind, connections: 1, figures: latencies, better: 'LESS', show: short })),
    },
    {
      title: 'Work lists a second',
      about: '16 connections.',
      head: [...head, 'smallest ÷ largest'],
      rows: kinds.map((kind) => row(growth, { kind, connections: 16, figures: rates, better: 'MORE', show: whole })),
    },
  ];
}

interface Row {
  readonly kind: string;
  readonly connections: number;
  figures(result: Result): readonly number[];
  readonly better: 'LESS' | 'MORE';
  show(value: number): string;
}

function row({ sizes, results, slow }: Growth, { kind, connections, figures, better, show }: Row): string[] {
  const is = ({ question, name }: Contender, size: number) => question === kind && name === String(size);
  const cells = sizes.map((size) => {
    const found = results.find((one) => is(one.contender, size) && one.connections === connections);
    if (found) return { rounds: figures(found), text: show(median(figures(found))) };
    const waited = [...slow].find(([contender]) => is(contender, size))?.[1] ?? Number.NaN;
    return {
      rounds: null,
      text: better === 'MORE' ? '–' : Number.isFinite(waited) ? `~ ${short(waited)}` : 'given up',
    };
  });
  const [smallest, largest] = [cells[0]!.rounds, cells.at(-1)!.rounds];
  const ratios = (largest ?? []).map((value, round) =>
    better === 'LESS' ? value / smallest![round]! : smallest![round]! / value,
  );
  return [kind, ...cells.map(({ text }) => text), ratios.length > 0 ? short(median(ratios)) : '–'];
}
