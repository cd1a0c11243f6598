import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatAmount, formatPercent, formatScore, type MoneyUnit } from '#app/domain/figure-text.ts';
import { totalCode } from '#app/domain/framework.ts';
import { type Maybe, percent, subtract } from '#app/domain/money.ts';
import { moneyItems, rateItems, type SubmissionContent } from '#app/domain/submission.ts';
import { signedPercent, signedPoints } from '#app/lib/change-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ReportToSend } from '#app/usecases/view-filing.server.ts';

interface FiguresTableProps {
  report: ReportToSend;
  unit: MoneyUnit;
  year: number;
}

/** Figures of one kind, in the order of a report. */
interface Group {
  title: string;
  lines: { name: string; now: Maybe; before: Maybe; change?: string }[];
  show: (value: Maybe) => string | undefined;
}

/** Every figure that is sent, beside last year's; one that either year states is a row. */
export function FiguresTable({ report, unit, year }: FiguresTableProps) {
  const { t } = useT();
  const groups = useGroups(report, unit);
  const missing = t('common.state.notReported');
  const none = t('common.state.notApplicable');
  return (
    <ScrollRegion label={t('filing.figures.title')}>
      <table className="data-table report-table submit-figures">
        <TableHead
          columns={[
            [t('filing.figures.item')],
            [String(year), 'n'],
            [String(year - 1), 'n'],
            [t('filing.figures.change'), 'n'],
          ]}
        />
        {groups.map(({ title, lines, show }) => {
          const stated = lines.filter(({ now, before }) => now !== undefined || before !== undefined);
          return (
            <tbody key={title}>
              <tr className="group-row">
                <th scope="rowgroup" colSpan={4}>
                  {title}
                </th>
              </tr>
              {stated.map(({ name, now, before, change }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="n">{show(now) ?? missing}</td>
                  <td className="n">{report.lastYear ? (show(before) ?? missing) : none}</td>
                  <td className="n">{change ?? none}</td>
                </tr>
              ))}
              {stated.length === 0 ? (
                <tr>
                  <td colSpan={4}>{t('filing.figures.none')}</td>
                </tr>
              ) : null}
            </tbody>
          );
        })}
      </table>
    </ScrollRegion>
  );
}

function useGroups({ content, lastYear, framework }: ReportToSend, unit: MoneyUnit): Group[] {
  const { t, language } = useT();
  const points = (now: Maybe, before: Maybe) => {
    const value = subtract(now, before);
    return value === undefined ? undefined : signedPoints(value, language);
  };
  /** A line for each name, its change in points. */
  const inPoints = (names: { name: string; of: (content: SubmissionContent) => Maybe }[]) =>
    names.map(({ name, of }) => {
      const [now, before] = [of(content), lastYear && of(lastYear)];
      return { name, now, before, change: points(now, before) };
    });
  const rates = rateItems.map((item) => ({
    name: t(`domain.rate.${item}`),
    of: (content: SubmissionContent) => content.rates[item],
  }));
  const months = Array.from({ length: 12 }, (_, index) => ({
    name: t('filing.figures.month', { month: index + 1 }),
    of: ({ monthlyExecution }: SubmissionContent) =>
      monthlyExecution.find(({ month }) => month === index + 1)?.rate,
  }));
  const nodes = [
    { code: totalCode, name: t('domain.score.total') },
    ...framework.nodes.map((node) => ({ code: node.code, name: localName(language, node) })),
  ];
  const scores = nodes.map(({ code, name }) => ({
    name,
    of: (content: SubmissionContent) => content.scores.find(({ node }) => node === code)?.score,
  }));
  return [
    {
      title: t('filing.figures.money', { unit: t(`common.unit.${unit}`) }),
      show: (value) => formatAmount(value, unit, language),
      lines: moneyItems.map((item) => {
        const [now, before] = [content.amounts[item], lastYear?.amounts[item]];
        // a change has no change worth telling
        const isChange = item === 'revenue_change' || item === 'expenditure_change';
        const share = isChange ? undefined : percent(subtract(now, before), before);
        return { name: t(`domain.money.${item}`), now, before, change: signedPercent(share, language) };
      }),
    },
    {
      title: t('filing.figures.rates'),
      show: (value) => formatPercent(value, language),
      lines: inPoints([...rates, ...months]),
    },
    {
      title: t('filing.figures.scores'),
      show: (value) => formatScore(value, language),
      lines: inPoints(scores),
    },
  ];
}
