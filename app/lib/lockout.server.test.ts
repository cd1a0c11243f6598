import { expect, it } from 'vitest';
import { attemptsPerAccount, attemptsPerAddress, createLockout, lockoutKey } from './lockout.server.ts';

it('counts spellings of one name together, and addresses apart', () => {
  expect(lockoutKey(' Ａdmin ', '10.0.0.1')).toBe(lockoutKey('admin', '10.0.0.1'));
  expect(lockoutKey('admin', '10.0.0.1')).not.toBe(lockoutKey('admin', '10.0.0.2'));
});

it('makes one account wait after its attempts from one address, and nobody else', async () => {
  const lockout = createLockout();
  for (let i = 0; i < attemptsPerAccount; i++) expect(await lockout.take('a', '1')).toBeUndefined();
  expect(await lockout.take('a', '1')).toEqual({ minutesToWait: 15 });
  expect(await lockout.take('a', '2')).toBeUndefined();
  expect(await lockout.take('b', '1')).toBeUndefined();
});

it('takes attempts at once, so that parallel guesses cannot pass together', async () => {
  const lockout = createLockout();
  const answers = await Promise.all(Array.from({ length: 50 }, () => lockout.take('a', '1')));
  expect(answers.filter((answer) => answer === undefined)).toHaveLength(attemptsPerAccount);
});

it('forgets the attempts after a right password', async () => {
  const lockout = createLockout();
  for (let i = 0; i < 3 * attemptsPerAddress; i++) {
    expect(await lockout.take('a', '1')).toBeUndefined();
    await lockout.forgive('a', '1');
  }
});

it('stops an address that tries many names', async () => {
  const lockout = createLockout();
  for (let i = 0; i < attemptsPerAddress; i++) expect(await lockout.take(`name${i}`, '1')).toBeUndefined();
  expect(await lockout.take('another', '1')).toBeDefined();
  expect(await lockout.take('another', '2')).toBeUndefined();
});
