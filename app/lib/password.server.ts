import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's figures for argon2id, which is this library's default kind: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Without what is mistaken for something else when it is read out or copied by hand. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password that nobody chose, 79 bits in four groups of four, and its hash. */
export async function newPassword(): Promise<{ password: string; passwordHash: string }> {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  const password = Array.from({ length: 4 }, group).join('-');
  return { password, passwordHash: await hashPassword(password) };
}

/**
 * Whether the password is the account's. Without an account the same work is done on a throw-away hash, so that the time
 * does not tell which names exist.
 */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  if (passwordHash === undefined) {
    await verify(await dummyHash(), password);
    return false;
  }
  return verify(passwordHash, password);
}

let dummy: Promise<string> | undefined;

function dummyHash(): Promise<string> {
  dummy ??= hashPassword(randomBytes(24).toString('base64url'));
  return dummy;
}
