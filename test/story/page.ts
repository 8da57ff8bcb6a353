import { Deviation } from './house.ts';

/** Somebody whom the page of the demo names. */
export interface Account {
  readonly role: string;
  readonly name: string;
  readonly where: string;
  readonly login: string;
  readonly password: string;
}

const ROW = /<tr>\s*<th scope="row">([\s\S]*?)<\/tr>/g;
const plain = (html: string) => html.replaceAll(/<[^>]*>/g, '').trim();

function cellsOf(page: string): string[][] {
  return [...page.matchAll(ROW)].map(([, row]) => row!.split(/<td[^>]*>/).map(plain));
}

/** The accounts that the page names, in its order. */
export function accountsOn(page: string): readonly Account[] {
  const rows = cellsOf(page).filter((cells) => cells.length === 5);
  return rows.map(([role, name, where, login, password]) => ({
    ...{ role: role!, name: name!, where: where!, login: login!, password: password! },
  }));
}

/** The n-th account of a role, counted from 0. */
export function accountOf(accounts: readonly Account[], role: string, n = 0): Account {
  const found = accounts.filter((account) => account.role === role)[n];
  if (!found) throw new Deviation(`首页没有列出“${role}”的演示账号，这里不是演示环境？`);
  return found;
}

/** The newest code that the page shows for a phone. */
export function codeOn(page: string, phone: string): string {
  const row = cellsOf(page).find(([first, code]) => first === phone && /^\d{6}$/.test(code ?? ''));
  if (!row) throw new Deviation(`首页没有显示发给 ${phone} 的验证码`);
  return row[1]!;
}
