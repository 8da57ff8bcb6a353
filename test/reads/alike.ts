import type { Heard } from './houses.ts';

interface Refusal {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: object;
}

/**
 * Whether two answers are the same to whoever asked: byte for byte; or, where several fields under one value fail, but for which of
 * them is named. Fields are read at the same time, and one error says why the value is missing: https://spec.graphql.org/October2021/#sec-Handling-Field-Errors.
 */
export const alike = (one: Heard, other: Heard): boolean =>
  one.status === other.status && (one.body === other.body || withoutRaces(one.body) === withoutRaces(other.body));

/** Every refusal at the place that it made null. */
function withoutRaces(body: string): string {
  const { errors, data, ...rest } = JSON.parse(body) as { errors?: readonly Refusal[]; data?: unknown };
  const settled = (errors ?? []).map(({ message, path, extensions }) =>
    JSON.stringify({ message, path: path && nulledBy(path, data), extensions }),
  );
  return JSON.stringify({ errors: [...new Set(settled)], data, ...rest });
}

function nulledBy(path: readonly (string | number)[], data: unknown): readonly (string | number)[] {
  let value = data;
  const depth = path.findIndex((step) => {
    if (value === null || value === undefined) return true;
    value = (value as Record<string | number, unknown>)[step];
    return false;
  });
  return depth === -1 ? path : path.slice(0, depth);
}
