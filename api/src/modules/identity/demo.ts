import type { DemoAccount, Home } from '../../platform/http/home.ts';
import type { House } from '../../platform/house.ts';
import { smsOutbox } from './sms.ts';

const ACCOUNTS = `SELECT role_label AS role, name, where_label AS "where", login, password FROM demo_account ORDER BY position`;

/** What the page of a demo house shows: whom one can be, and the text messages that were not really sent. */
export function demoOf(house: House): NonNullable<Home['demo']> {
  return {
    demoAccounts: () => house.database.query<DemoAccount>('demo-accounts', ACCOUNTS),
    smsOutbox: () => smsOutbox(house),
  };
}
