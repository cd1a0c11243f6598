import { describe, expect, it } from 'vitest';
import { isOutage } from './outage.server.ts';

const withCode = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more });

describe('isOutage', () => {
  it.each([
    ['connection refused', withCode('ECONNREFUSED')],
    ['all addresses refused', new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')])],
    ['socket file gone', withCode('ENOENT', { syscall: 'connect' })],
    ['shutting down', withCode('57P01')],
    ['starting up', withCode('57P03')],
    ['connection failure', withCode('08006')],
    ['no connection in time', new Error('timeout exceeded when trying to connect')],
    ['wrapped', new Error('query failed', { cause: withCode('ECONNRESET') })],
  ])('%s', (_name, error) => expect(isOutage(error)).toBe(true));

  it.each([
    ['a missing file', withCode('ENOENT', { syscall: 'open' })],
    ['a duplicate key', withCode('23505')],
    ['a wrong query', withCode('42P01')],
    ['a bug', new TypeError('undefined is not a function')],
    ['no error at all', 'ECONNREFUSED'],
  ])('not %s', (_name, error) => expect(isOutage(error)).toBe(false));
});
