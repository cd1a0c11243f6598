/**
 * How a column arrives, by PostgreSQL type id, for both engines. Numbers that may not fit a float stay text; dates stay
 * “YYYY-MM-DD”, because a Date would move them by the time zone.
 */
export const columnParsers: Readonly<Record<number, (text: string) => unknown>> = {
  20: parseInt8,
  114: JSON.parse, // json
  1082: keepText, // date
  1184: parseInstant, // timestamptz
  1700: keepText, // numeric
  3802: JSON.parse, // jsonb
};

function keepText(text: string): string {
  return text;
}

/** A number as long as it is exact, else the text. */
function parseInt8(text: string): number | string {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}

/** “2026-11-23 02:21:00.123456+08” → “2026-11-22T18:21:00.123Z”; microseconds are dropped. */
function parseInstant(text: string): string {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?([+-]\d\d)(?::?(\d\d))?$/.exec(text);
  if (!match) return text; // infinity
  const [, day, time, fraction = '', hours, minutes = '00'] = match;
  return new Date(`${day}T${time}.${fraction.padEnd(3, '0').slice(0, 3)}${hours}:${minutes}`).toISOString();
}
