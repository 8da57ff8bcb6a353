import type { Places } from '../../kernel/event.ts';

// 61 03 03 001 002 | 001 | 001: province, city, district, street, community, grid, building.
const ends = (code: string, from: number) => /^0*$/.test(code.slice(from, 12));

/** The places in which a division lies, read from its code alone. All null above the district. */
export function placesOf(code: string): Places {
  return {
    district: ends(code, 4) ? null : `${code.slice(0, 6)}000000`,
    street: ends(code, 6) ? null : `${code.slice(0, 9)}000`,
    community: ends(code, 9) ? null : code.slice(0, 12),
    grid: code.length < 15 ? null : code.slice(0, 15),
  };
}

/** Codes from the district down to the division itself; empty above the district. */
export function pathOf(code: string): string[] {
  const { district, street, community, grid } = placesOf(code);
  const building = code.length === 18 ? code : null;
  return [district, street, community, grid, building].filter((part) => part !== null);
}

/** Does the division lie in `scope`, or is it the scope itself? */
export function liesIn(code: string, scope: string): boolean {
  return pathOf(code).includes(scope);
}

/** How a division is read without its surroundings: communities lose 居委会, grids and buildings gain what they belong to. */
export function labelOf(name: string, parentLabel: string, code: string): string {
  return code.length > 12 ? `${parentLabel}${name}` : name.replace(/(居民委员会|居委会|村民委员会|委会)$/, '');
}
