import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// argon2id (the library's default) as OWASP asks at least: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// A password typed with a Chinese input method in full width is the same password.
const formOf = (password: string) => password.normalize('NFKC');

/** Hashes a password with argon2id, as a PHC string. Takes some 60 ms of a worker thread. */
export function hashPassword(password: string): Promise<string> {
  return hash(formOf(password), COST);
}

let nobodys: Promise<string> | undefined;

/** Is it this hash's password? Without a hash it takes as long and says no, so that time does not tell which names exist. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword(randomBytes(16).toString('hex'));
  const right = await verify(passwordHash ?? (await nobodys), formOf(password));
  return right && passwordHash !== null;
}
