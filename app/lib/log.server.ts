import { type Logger, pino } from 'pino';

/**
 * One JSON line an event. No bodies, no search strings, no names: an event carries ids, the path, the status and the time,
 * and of an error its kind and stack (a driver's message may quote the row).
 */
export function createLog(level: string): Logger {
  return pino({ level, base: undefined, serializers: { err: describeError } });
}

function describeError(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, stack } = error;
  const code = 'code' in error ? String(error.code) : undefined;
  return {
    name,
    code,
    stack: stack
      ?.split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 12),
  };
}
