import type { Language } from './i18n/languages.ts';

const timeZone = 'Asia/Shanghai';

/** An instant as people in China say it: the time alone on the same day, else with the day. */
export function timeText(at: string | Date, language: Language, now = new Date()): string {
  const day = new Intl.DateTimeFormat('sv', { timeZone });
  const isToday = day.format(new Date(at)) === day.format(now);
  return new Intl.DateTimeFormat(language, {
    timeZone,
    ...(isToday ? {} : { year: 'numeric', month: '2-digit', day: '2-digit' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at));
}
