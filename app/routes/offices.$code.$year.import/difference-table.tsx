import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import type { ContentDifference } from '#app/domain/content-difference.ts';
import { formatAmount, formatPercent, formatScore, type MoneyUnit } from '#app/domain/figure-text.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';
import { type Language, localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { statusText } from '#app/lib/status-text.ts';
import type { ImportPreview } from '#app/usecases/preview-import.server.ts';

interface DifferenceTableProps {
  current: NonNullable<ImportPreview['current']>;
  unit: MoneyUnit;
}

interface Words {
  t: Translate;
  language: Language;
  unit: MoneyUnit;
}

/** The fields that the report states otherwise than what is stored now, side by side. */
export function DifferenceTable({ current, unit }: DifferenceTableProps) {
  const words = { ...useT(), unit };
  const { t } = words;
  const { differences, revision } = current;
  const about = { status: statusText(current.status, t), revision };
  if (differences.length === 0) return <p>{t('import.difference.none', about)}</p>;
  return (
    <>
      <p className="note">{t('import.difference.note', { ...about, total: differences.length })}</p>
      <ScrollRegion label={t('import.difference.title')}>
        <table className="data-table report-table">
          <TableHead
            columns={[
              [t('import.difference.field')],
              [t('import.difference.before'), 'n'],
              [t('import.difference.after'), 'n'],
            ]}
          />
          <tbody>
            {differences.map((difference) => (
              <tr key={`${difference.kind} ${difference.field}`}>
                <th scope="row">{nameOf(difference, words)}</th>
                {sidesOf(difference, words).map((text, side) => (
                  <td key={side === 0 ? 'before' : 'after'} className="n">
                    {text ?? <span className="missing">{t('common.state.notReported')}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

function nameOf(difference: ContentDifference, { t, language, unit }: Words): string {
  if (difference.kind === 'money') {
    const item = t(`domain.money.${difference.field}`);
    return t('import.difference.money', { item, unit: t(`common.unit.${unit}`) });
  }
  if (difference.kind === 'rate') return t(`domain.rate.${difference.field}`);
  if (difference.kind !== 'score') return t(`import.difference.fields.${difference.field}`);
  const { node, field } = difference;
  if (node) return localName(language, node);
  return field === 'total' ? t('domain.score.total') : field;
}

/** Before and after; absent where that side does not state it. */
function sidesOf(difference: ContentDifference, { t, language, unit }: Words): (string | undefined)[] {
  const { kind, before, after } = difference;
  if (kind === 'list') {
    const same = before === after;
    return [
      before === 0 ? undefined : t('import.difference.entries', { count: before }),
      after === 0
        ? undefined
        : t(same ? 'import.difference.entriesReworded' : 'import.difference.entries', { count: after }),
    ];
  }
  if (kind === 'text') {
    return [
      before ? t('import.difference.stated') : undefined,
      after ? t(before ? 'import.difference.reworded' : 'import.difference.stated') : undefined,
    ];
  }
  return [before, after].map((value) => {
    if (kind === 'money') return formatAmount(value, unit, language);
    return kind === 'rate' ? formatPercent(value, language) : formatScore(value, language);
  });
}
