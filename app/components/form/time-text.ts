import type { Language } from '#app/lib/i18n/languages.ts';

/** An instant as people say it: the time alone on the same day, else with the day; the reader's own time zone. */
export function timeText(at: string | Date, language: Language, now = new Date()): string {
  const instant = new Date(at);
  const isToday = instant.toDateString() === now.toDateString();
  const day = isToday ? {} : ({ year: 'numeric', month: '2-digit', day: '2-digit' } as const);
  return new Intl.DateTimeFormat(language, {
    ...day,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
}
