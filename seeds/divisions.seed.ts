import {
  divisionOf,
  INSERT_DIVISIONS,
  type DivisionRow,
  type KeptDivision,
} from '../api/src/modules/divisions/index.ts';
import { readTable, type Sql } from './sql.ts';

/** Enters the real divisions: statistical division codes of 2023. What is there already stays as it is. */
export async function seedDivisions(sql: Sql): Promise<void> {
  const divisions = readTable<'code' | 'parent_code' | 'level' | 'name'>('divisions.csv').map(
    ({ code, parent_code, level, name }) =>
      divisionOf(
        { code, parentCode: parent_code || null, level: level.toUpperCase() as DivisionRow['level'], name },
        '',
      ),
  );
  await write(sql, divisions);
}

const GRIDS = ['第一网格', '第二网格', '第三网格'];
const BUILDINGS_PER_GRID = 4;

/** Divides every urban community into grids and buildings. */
export async function seedGrids(sql: Sql): Promise<void> {
  const { rows } = await sql.query("SELECT code, label FROM division WHERE level = 'COMMUNITY' ORDER BY code");
  const communities = rows as Pick<DivisionRow, 'code' | 'label'>[];
  await write(
    sql,
    communities.flatMap((community) => GRIDS.flatMap((name, index) => gridOf(community, name, index + 1))),
  );
}

function gridOf(community: Pick<DivisionRow, 'code' | 'label'>, name: string, number: number): KeptDivision[] {
  const grid = divisionOf(
    { code: below(community.code, number), parentCode: community.code, level: 'GRID', name },
    community.label,
  );
  const buildings = Array.from({ length: BUILDINGS_PER_GRID }, (_, index) => {
    const place = (number - 1) * BUILDINGS_PER_GRID + index + 1;
    return divisionOf(
      { code: below(grid.code, index + 1), parentCode: grid.code, level: 'BUILDING', name: `${place}号楼` },
      grid.label,
    );
  });
  return [grid, ...buildings];
}

const below = (code: string, number: number) => `${code}${String(number).padStart(3, '0')}`;

async function write(sql: Sql, divisions: readonly KeptDivision[]): Promise<void> {
  await sql.query(`${INSERT_DIVISIONS} ON CONFLICT (code) DO NOTHING`, [JSON.stringify(divisions)]);
}
