import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Wrong passwords allowed for one account from one address before it has to wait. */
export const attemptsPerAccount = 5;
/** Wrong passwords allowed from one address, whatever the account; a whole bureau may share one. */
export const attemptsPerAddress = 100;
const waitSeconds = 15 * 60;

/**
 * Counts failed sign-ins by account + address, and by address alone. In memory: a restart forgets them, and each process
 * counts for itself. An account cannot be locked from outside for the person who owns it.
 */
export interface Lockout {
  /** Takes one attempt before the password is looked at; minutes to wait if there is none left. */
  take(loginName: string, address: string): Promise<{ minutesToWait: number } | undefined>;
  /** Gives the attempt back after a right password. */
  forgive(loginName: string, address: string): Promise<void>;
}

export function createLockout(): Lockout {
  const byAccount = new RateLimiterMemory({ points: attemptsPerAccount, duration: waitSeconds });
  const byAddress = new RateLimiterMemory({ points: attemptsPerAddress, duration: waitSeconds });
  return {
    async take(loginName, address) {
      try {
        await byAccount.consume(lockoutKey(loginName, address));
        await byAddress.consume(address);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { minutesToWait: Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000)) };
      }
    },
    async forgive(loginName, address) {
      await byAccount.delete(lockoutKey(loginName, address));
      await byAddress.reward(address);
    },
  };
}

/** Spellings that a reader takes for the same account count as one. */
export function lockoutKey(loginName: string, address: string): string {
  return `${loginName.normalize('NFKC').trim().toLowerCase()}|${address}`;
}
