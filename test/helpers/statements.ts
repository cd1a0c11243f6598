import { DefaultQueryExecutor } from 'kysely';
import { vi } from 'vitest';

/** Runs `run` and counts the statements that the database was sent meanwhile, begin and commit of `transactions` included. */
export async function countStatements<T>(
  run: () => Promise<T>,
  { transactions = 1 }: { transactions?: number } = {},
): Promise<{ result: T; statements: number }> {
  const executor = Object.getPrototypeOf(DefaultQueryExecutor.prototype) as DefaultQueryExecutor;
  const spy = vi.spyOn(executor, 'executeQuery');
  try {
    const result = await run();
    return { result, statements: spy.mock.calls.length + 2 * transactions };
  } finally {
    spy.mockRestore();
  }
}
