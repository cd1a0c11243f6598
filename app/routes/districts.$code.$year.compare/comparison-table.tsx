import { Link } from '@remix-run/react';
import { Star } from '#app/components/charts/star.tsx';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { type ColumnGroup, columnGroups } from '#app/domain/columns.ts';
import type { ComparisonCell, ComparisonLine } from '#app/domain/office-comparison.ts';
import { isCompared } from '#app/domain/office-year.ts';
import type { RankingRow } from '#app/domain/ranking-table.ts';
import { groupName, partsOf } from '#app/lib/comparison-sheet.ts';
import {
  type ComparisonText,
  comparisonHref,
  differenceText,
  districtText,
  lineName,
  namesOf,
  reasonText,
  valueText,
} from '#app/lib/comparison-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import type { Comparison } from '#app/usecases/compare-offices.server.ts';

interface TableProps {
  comparison: Comparison;
  text: ComparisonText;
}

/** Figures down, offices across. Cells are plain functions: there are hundreds, and none keeps state. */
export function ComparisonTable({ comparison, text }: TableProps) {
  const { t } = text;
  const { chosen, lines } = comparison;
  const caption = t('compare.table.caption', {
    offices: namesOf(
      chosen.map(({ office }) => office),
      text,
    ),
  });
  const width = 3 + chosen.reduce((sum, { office }) => sum + partsOf(comparison, office.id).length, 0);
  return (
    <ScrollRegion label={caption} className="compare-scroll">
      <table className="data-table compare-table" data-offices={chosen.length}>
        <caption className="sr-only">{caption}</caption>
        {tableHead(comparison, text)}
        {columnGroups.map((group) => tableGroup(group, lines, width, comparison, text))}
      </table>
    </ScrollRegion>
  );
}

function tableHead(comparison: Comparison, text: ComparisonText) {
  const { t } = text;
  const short = { value: 'value', difference: 'differenceShort', ratio: 'ratio' } as const;
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className="pin">
          {t('compare.table.figure')}
        </th>
        {comparison.chosen.map((row, index) => officeHead(row, index, comparison, text))}
        <th scope="colgroup" colSpan={2} className="first">
          {t('compare.table.district')}
        </th>
      </tr>
      <tr>
        {comparison.chosen.flatMap(({ office }) =>
          partsOf(comparison, office.id).map((part) => (
            <th key={office.id + part} scope="col" className={part === 'value' ? 'n first' : 'n'}>
              {t(`compare.table.${short[part]}`)}
            </th>
          )),
        )}
        <th scope="col" className="n first">
          {t('compare.table.mean')}
        </th>
        <th scope="col" className="n">
          {t('compare.table.median')}
        </th>
      </tr>
    </thead>
  );
}

function officeHead(row: RankingRow, index: number, comparison: Comparison, text: ComparisonText) {
  const { view, language } = text;
  const reason = reasonText(row, text);
  return (
    <th
      key={row.office.id}
      scope="colgroup"
      colSpan={partsOf(comparison, row.office.id).length}
      className="first compare-office"
    >
      <Link to={`/offices/${row.office.code}/${view.header.year}`}>{localName(language, row.office)}</Link>
      <Star provisional={row.provisional} />
      {reason ? <small>{reason}</small> : null}
      {officeLinks(row, index, comparison, text)}
    </th>
  );
}

/** The order, the base and the choice of offices, each a link. */
function officeLinks(
  { office, ...row }: RankingRow,
  index: number,
  comparison: Comparison,
  text: ComparisonText,
) {
  const { t, view, language } = text;
  const codes = view.search.offices;
  const said = { office: localName(language, office) };
  const moved = (by: number) => {
    const rest = codes.filter((code) => code !== office.code);
    return { offices: [...rest.slice(0, index + by), office.code, ...rest.slice(index + by)] };
  };
  const links = [
    index > 0 && { id: 'left' as const, changes: moved(-1) },
    index < codes.length - 1 && { id: 'right' as const, changes: moved(1) },
    { id: 'remove' as const, changes: { offices: codes.filter((code) => code !== office.code) } },
    isCompared(row) &&
      office.id !== comparison.base && { id: 'makeBase' as const, changes: { base: office.code } },
  ];
  return (
    <span className="compare-links no-print">
      {office.id === comparison.base ? <b>{t('compare.table.base')}</b> : null}
      {links
        .filter((link) => link !== false)
        .map(({ id, changes }) => (
          <Link
            key={id}
            to={comparisonHref(view, changes)}
            aria-label={t(`compare.table.${id}Label`, said)}
            preventScrollReset
          >
            {t(`compare.table.${id}`)}
          </Link>
        ))}
    </span>
  );
}

function tableGroup(
  group: ColumnGroup,
  all: ComparisonLine[],
  width: number,
  comparison: Comparison,
  text: ComparisonText,
) {
  const lines = all.filter(({ column }) => column.group === group);
  if (lines.length === 0) return null;
  return (
    <tbody key={group}>
      <tr>
        <th scope="rowgroup" colSpan={width} className="compare-group">
          <span>{groupName(group, lines.length, text)}</span>
        </th>
      </tr>
      {lines.map((line) => tableRow(line, comparison, text))}
    </tbody>
  );
}

function tableRow(line: ComparisonLine, comparison: Comparison, text: ComparisonText) {
  const { column } = line;
  return (
    <tr key={column.id} data-level={levelOf(column.id)}>
      <th scope="row" className="pin">
        {lineName(column, text)}
      </th>
      {comparison.chosen.map((row, index) =>
        officeCells(row, line.cells[index] ?? {}, line, comparison, text),
      )}
      <td className="n first quiet">{districtText(line.mean, line, text)}</td>
      <td className="n quiet">{districtText(line.median, line, text)}</td>
    </tr>
  );
}

function officeCells(
  row: RankingRow,
  cell: ComparisonCell,
  line: ComparisonLine,
  comparison: Comparison,
  text: ComparisonText,
) {
  const none = <span className="missing">{text.t('common.state.notApplicable')}</span>;
  const { id } = row.office;
  const missing = cell.value === undefined ? ' missing' : '';
  const contents = {
    value: (
      <td key={`${id}value`} className={`n first${missing}`} data-lead={cell.lead}>
        {valueCell(valueText(row, line, text), cell, line, text)}
      </td>
    ),
    difference: (
      <td key={`${id}difference`} className="n">
        {differenceText(cell, line.column, text) ?? none}
      </td>
    ),
    ratio: (
      <td key={`${id}ratio`} className="n">
        {cell.ratio ?? none}
      </td>
    ),
  };
  return partsOf(comparison, id).map((part) => contents[part]);
}

/** The largest is bold and has an arrow for the eye and a word for the ear. */
function valueCell(
  shown: string,
  { lead }: ComparisonCell,
  { column }: ComparisonLine,
  { t }: ComparisonText,
) {
  if (!lead) return shown;
  const word = column.kind === 'rank' ? 'foremost' : 'leads';
  const shared = column.kind === 'rank' ? 'sharedForemost' : 'sharedLeads';
  return (
    <>
      <span className="compare-mark" aria-hidden="true">
        {lead === 'shared' ? '＝' : '▲'}
      </span>
      <strong>{shown}</strong>
      <span className="sr-only">{t(`compare.table.${lead === 'shared' ? shared : word}`)}</span>
    </>
  );
}

/** Categories and indicators stand under their dimension. */
function levelOf(id: string): number | undefined {
  return id.startsWith('score:') ? id.split('.').length : undefined;
}
