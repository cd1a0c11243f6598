import { officeNames, type Words } from '#app/components/charts/words.ts';
import type { Reminder } from '#app/domain/filing-progress.ts';
import { isMissing } from '#app/domain/filing-progress.ts';
import type { OfficeName } from '#app/domain/office-year.ts';
import { isBlocked } from '#app/domain/review-queue.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import type { ProgressView } from '#app/usecases/view-progress.server.ts';

/** Who is missing: the first thing that anybody asks of a round. */
export function missingText({ counts, offices }: ProgressView, words: Words): string {
  const { t } = words;
  const { takingPart: total, filed, missing } = counts;
  const names = missingNames(
    offices.filter(isMissing).map(({ office }) => office),
    words,
  );
  const main =
    total === 0
      ? t('progress.lede.nobody')
      : missing === 0
        ? t('progress.lede.all', { total })
        : filed === 0
          ? t('progress.lede.none', { total })
          : t('progress.lede.some', { total, filed, missing, names });
  return sentence(
    [
      main,
      counts.overdue > 0 && t('progress.lede.overdue', { count: counts.overdue }),
      counts.left_out > 0 && t('progress.lede.leftOut', { count: counts.left_out }),
    ],
    words,
  );
}

/** More names than a chart's sentence has: who is missing is the question itself. */
const mostNames = 8;

function missingNames(missing: OfficeName[], words: Words): string {
  if (missing.length > mostNames) return officeNames(missing, words);
  return missing.map((office) => localName(words.language, office)).join(words.t('chart.list.comma'));
}

/** What waits for the reviewer, and since when. */
export function waitingText({ queue }: ProgressView, words: Words): string {
  const { t, language } = words;
  if (queue.length === 0) return sentence([t('progress.lede.nothingWaits')], words);
  const longest = queue.toSorted((a, b) => (b.days ?? -1) - (a.days ?? -1))[0];
  const blocked = queue.filter(isBlocked).length;
  return sentence(
    [
      t('progress.lede.waits', { count: queue.length }),
      longest?.days !== undefined &&
        t('progress.lede.longest', { office: localName(language, longest.office), days: longest.days }),
      blocked > 0 && t('progress.lede.blocked', { count: blocked }),
    ],
    words,
  );
}

/** The days of the round, in one line. */
export function roundText({ round, today }: ProgressView, { t }: Words): string {
  const opens = round.opensOn > today ? 'notOpen' : 'opens';
  return [
    t(`progress.rules.${opens}`, { date: round.opensOn }),
    t('progress.rules.deadline', { date: round.deadline }),
    round.status === 'closed' && t('progress.rules.closed'),
    t('progress.rules.counted', { date: today }),
  ]
    .filter(Boolean)
    .join(t('chart.list.semicolon'));
}

/** “还有3天”, “今天截止”, “已过12天”. */
export function daysLeftText({ daysLeft }: Pick<Reminder, 'daysLeft'>, { t }: Words): string {
  if (daysLeft === 0) return t('progress.reminders.today');
  return t(`progress.reminders.${daysLeft > 0 ? 'left' : 'past'}`, { count: Math.abs(daysLeft) });
}

/** Why it was sent back, and when; empty for an office that has sent nothing. */
export function reminderNote({ returnReason, returnedOn }: Reminder, { t }: Words): string {
  if (returnReason === undefined) return '';
  return returnedOn
    ? t('progress.reminders.returned', { date: returnedOn, reason: returnReason })
    : t('progress.reminders.returnedUndated', { reason: returnReason });
}

/** The rows of the reminders as the page, the clipboard and the files show them. */
export function reminderCells(reminder: Reminder, words: Words): string[] {
  const { t, language } = words;
  return [
    localName(language, reminder.office),
    t(`progress.states.${reminder.state}`),
    reminder.deadline + (reminder.extended ? t('progress.reminders.extended') : ''),
    daysLeftText(reminder, words),
    reminderNote(reminder, words),
  ];
}

export const reminderColumns = ['office', 'state', 'deadline', 'days', 'note'] as const;

/** The sentence over the reminders. */
export function remindersTitle({ reminders, counts }: ProgressView, { t }: Words): string {
  return reminders.length === 0
    ? t('progress.reminders.empty')
    : t('progress.reminders.title', { count: reminders.length, overdue: counts.overdue });
}

function sentence(parts: (string | false)[], { t }: Words): string {
  return parts.filter(Boolean).join(t('chart.list.semicolon')) + t('progress.lede.end');
}
