import { Link } from '@remix-run/react';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import type { LossRow } from '#app/domain/indicator-loss.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import type { IndicatorLinks } from './links.ts';
import { LossTableHead } from './loss-table-head.tsx';
import { cellOf, type LossText, lossSentence, noteOf, summaryLines } from './loss-text.ts';

interface LossTableProps {
  text: LossText;
  links: IndicatorLinks;
}

/** Offices × indicators: every figure readable, the ground of a cell says which share of the weight was lost. */
export function LossTable({ text, links }: LossTableProps) {
  const { t, view, language } = text;
  const { columns, ranked, unranked } = view.table;
  const isWide = columns.length > 12;
  const width = columns.length + 3;
  return (
    <ScrollRegion label={t('indicators.heading')} className="loss-scroll">
      <table
        className="data-table loss-table"
        // Chinese heads fit any number of columns on one sheet; English words need parts.
        data-paper={isWide && language === 'en' ? undefined : 'own'}
        data-wide={isWide ? true : undefined}
        style={{ '--columns': columns.length } as React.CSSProperties}
      >
        <caption className="sr-only">{lossSentence(text)}</caption>
        <colgroup>
          <col className="office" />
          <col className="rank" />
          <col className="whole" />
          {columns.length > 0 ? <col span={columns.length} /> : null}
          <col className="note" />
        </colgroup>
        <LossTableHead text={text} links={links} />
        <tbody>{ranked.map((row) => officeRow(row, text, links))}</tbody>
        {unranked.length > 0 ? (
          <tbody className="unranked-rows">
            <tr>
              <th scope="rowgroup" colSpan={width + 1}>
                <span>{t('indicators.unranked', { count: unranked.length })}</span>
              </th>
            </tr>
            {unranked.map((row) => officeRow(row, text, links))}
          </tbody>
        ) : null}
        <tfoot>
          {summaryLines(text).map(({ id, name, cells }) => (
            <tr key={id}>
              <th scope="row" className="pin">
                {name}
              </th>
              <td />
              {cells.map((cell, index) => (
                <td key={columns[index - 1]?.node.code ?? 'whole'} className="n">
                  {cell}
                </td>
              ))}
              <td />
            </tr>
          ))}
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

/** Rows are plain functions, not components: a page has hundreds of cells, and none keeps state. */
function officeRow(row: LossRow, text: LossText, links: IndicatorLinks) {
  const { t, view, language } = text;
  const { columns, whole } = view.table;
  const held = row.status !== 'submitted' && row.status !== 'approved';
  return (
    <tr key={row.office.id}>
      <th scope="row" className="pin">
        <Link to={links.reportCard(row.office)}>{localName(language, row.office)}</Link>
      </th>
      {held ? (
        <td colSpan={columns.length + 3} className="loss-note">
          {noteOf(row, text)}
        </td>
      ) : (
        <>
          <td className="n rank">{row.rank ?? t('common.state.notApplicable')}</td>
          {lossCell(row.lost, { ...whole, key: 'whole' }, text)}
          {columns.map(({ node }) => lossCell(row.cells[node.code], { ...node, key: node.code }, text))}
          <td className="loss-note">{noteOf(row, text)}</td>
        </>
      )}
    </tr>
  );
}

function lossCell(lost: string | undefined, node: { weight: string; key: string }, text: LossText) {
  const { text: shown, shade } = cellOf(lost, node, text);
  const kind = shade === undefined ? ' not-stated' : node.key === 'whole' ? ' whole' : '';
  return (
    <td key={node.key} className={`n${kind}`} data-shade={shade}>
      {shown}
    </td>
  );
}
