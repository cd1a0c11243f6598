import type { RehearsedOffice } from '#app/domain/framework-rehearsal.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';
import { type Language, localName } from '#app/lib/i18n/languages.ts';
import type { RehearsalView } from '#app/usecases/rehearse-framework.server.ts';

/** Who gains, who loses, who crosses a grade, and who moves most: one paragraph. */
export function summaryText(
  { header, rehearsal: { rows, counts } }: NonNullable<RehearsalView['rehearsed']>,
  { t, language }: { t: Translate; language: Language },
): string {
  const { year } = header;
  if (rows.length === 0) return t('framework.rehearsal.nobody', { year });
  const crossed = counts.gradeUp + counts.gradeDown;
  const grades =
    crossed === 0
      ? t('framework.rehearsal.gradesNone')
      : t('framework.rehearsal.grades', { up: counts.gradeUp, down: counts.gradeDown });
  const summary = t('framework.rehearsal.summary', { year, offices: rows.length, ...counts });
  const most = mostMoved(rows);
  if (!most) return summary + grades;
  const { before, after } = most.ranks;
  const mover = t('framework.rehearsal.mover', { office: localName(language, most.office), before, after });
  return `${summary}${grades}${language === 'en' ? ' ' : ''}${mover}`;
}

/** Undefined where nobody changes places. */
function mostMoved(rows: RehearsedOffice[]): RehearsedOffice | undefined {
  const size = ({ movement }: RehearsedOffice) => Math.abs(movement);
  return rows.filter((row) => size(row) > 0).sort((a, b) => size(b) - size(a))[0];
}
