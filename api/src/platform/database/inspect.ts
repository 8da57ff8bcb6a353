import type pg from 'pg';

interface Standing {
  readonly login: string;
  readonly role: string;
  readonly superuser: boolean;
  readonly owns: number;
  readonly unsafe: readonly string[];
}

const STANDING = `
  SELECT session_user AS login, current_user AS role,
    (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser,
    (SELECT count(*)::int FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
      WHERE r.rolname = current_user AND c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
        AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)) AS owns,
    ARRAY(SELECT name FROM pg_settings
      WHERE name IN ('synchronous_commit', 'fsync', 'full_page_writes') AND setting NOT IN ('on', 'remote_apply')
      ORDER BY name)::text[] AS unsafe`;

/** @throws with a sentence for the operator when the application must not work on this server. */
export async function inspectServer(pool: pg.Pool, { relaxed }: { relaxed: boolean }): Promise<void> {
  const { rows } = await pool.query<Standing>(STANDING).catch((error: unknown) => {
    throw new Error(`连接不上数据库：${error instanceof Error ? error.message : String(error)}`, { cause: error });
  });
  const [standing] = rows;
  const faults = standing ? faultsOf(standing, relaxed) : [];
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

function faultsOf({ login, role, superuser, owns, unsafe }: Standing, relaxed: boolean): string[] {
  const faults: string[] = [];
  if (!relaxed && unsafe.length > 0) {
    faults.push(
      `数据库设置 ${unsafe.join('、')} 不是 on：服务器断电或崩溃时会丢失已经答复用户的数据，已停止启动。请改为 on 后重启数据库。`,
    );
  }
  if (superuser) faults.push(`应用不得以数据库超级用户 ${role}（登录名 ${login}）的身份工作，已停止启动。`);
  if (owns > 0)
    faults.push(
      `应用的数据库身份 ${role} 拥有 ${String(owns)} 张表，因此能改写只可追加的记录，已停止启动。请让另一个账号做表的所有者。`,
    );
  return faults;
}
