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

/** Every figure that is sent, beside last year's; one that either year states is a row. */
export function FiguresTable({ report: { content, lastYear, framework }, unit, year }: FiguresTableProps) {
  const { t, language } = useT();
  const missing = t('common.state.notReported');
  const none = t('common.state.notApplicable');
  const row = (
    key: string,
    name: string,
    now: Maybe,
    before: Maybe,
    show: Show,
    change: string | undefined,
  ) =>
    now === undefined && before === undefined ? null : (
      <tr key={key}>
        <th scope="row">{name}</th>
        <td className="n">{show(now) ?? missing}</td>
        <td className="n">{lastYear ? (show(before) ?? missing) : none}</td>
        <td className="n">{change ?? none}</td>
      </tr>
    );
  const points = (now: Maybe, before: Maybe) => {
    const value = subtract(now, before);
    return value === undefined ? undefined : signedPoints(value, language);
  };
  const score = (of: SubmissionContent | undefined, code: string) =>
    of?.scores.find(({ node }) => node === code)?.score;
  const isEmpty = (of: object) => Object.keys(of).length === 0;
  const nothing = (key: string) => (
    <tr key={key}>
      <td colSpan={4}>{t('filing.figures.none')}</td>
    </tr>
  );
  const nodes = [
    { code: totalCode, name: t('domain.score.total') },
    ...framework.nodes.map((node) => ({ ...node, name: localName(language, node) })),
  ];
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
        <tbody>
          <GroupRow text={t('filing.figures.money', { unit: t(`common.unit.${unit}`) })} />
          {isEmpty(content.amounts) ? nothing('no-money') : null}
          {moneyItems.map((item) => {
            const [now, before] = [content.amounts[item], lastYear?.amounts[item]];
            // a change has no change worth telling
            const isChange = item === 'revenue_change' || item === 'expenditure_change';
            const share = isChange ? undefined : percent(subtract(now, before), before);
            const change = signedPercent(share, language);
            const show = (value: Maybe) => formatAmount(value, unit, language);
            return row(item, t(`domain.money.${item}`), now, before, show, change);
          })}
          <GroupRow text={t('filing.figures.rates')} />
          {isEmpty(content.rates) ? nothing('no-rates') : null}
          {rateItems.map((item) => {
            const [now, before] = [content.rates[item], lastYear?.rates[item]];
            const show = (value: Maybe) => formatPercent(value, language);
            return row(`rate-${item}`, t(`domain.rate.${item}`), now, before, show, points(now, before));
          })}
          <GroupRow text={t('filing.figures.scores')} />
          {content.scores.length === 0 ? nothing('no-scores') : null}
          {nodes.map(({ code, name }) => {
            const [now, before] = [score(content, code), score(lastYear, code)];
            const show = (value: Maybe) => formatScore(value, language);
            return row(`score-${code}`, name, now, before, show, points(now, before));
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type Show = (value: Maybe) => string | undefined;

function GroupRow({ text }: { text: string }) {
  return (
    <tr className="group-row">
      <th scope="rowgroup" colSpan={4}>
        {text}
      </th>
    </tr>
  );
}
