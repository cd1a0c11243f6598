import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { localName } from '#app/lib/i18n/languages.ts';
import type { IndicatorLinks } from './links.ts';
import { type HeadPart, headRows } from './loss-head.ts';
import { type LossText, weightText, wholeName } from './loss-text.ts';

interface HeadProps {
  text: LossText;
  links: IndicatorLinks;
}

/** Dimensions over categories over indicators; each column leads to its page and sorts the offices. */
export function LossTableHead({ text, links }: HeadProps) {
  const { t, view } = text;
  const { table, search } = view;
  const grouped = search.order === 'framework';
  const rows = headRows(table.columns, grouped);
  const down = rows.length;
  const whole = wholeName(text);
  const lostName = t('indicators.totalLost', { whole });
  return (
    <thead>
      {rows.map((parts, depth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a head row is its depth
        <tr key={depth}>
          {depth === 0 ? (
            <>
              <SortHead
                down={down}
                sortKey="office"
                first="ascending"
                name={t('chart.office')}
                {...{ text, links }}
                pin
              />
              <SortHead
                down={down}
                sortKey="rank"
                first="ascending"
                name={t('chart.rank')}
                {...{ text, links }}
              />
              <SortHead down={down} sortKey="total" name={lostName} {...{ text, links }}>
                {t('indicators.weight', { weight: Number(table.whole.weight) })}
              </SortHead>
            </>
          ) : null}
          {parts.map((part) => partHead(part, { text, links, grouped }))}
          {depth === 0 ? (
            <th scope="col" rowSpan={down} className="loss-note">
              {t('indicators.note')}
            </th>
          ) : null}
        </tr>
      ))}
    </thead>
  );
}

function partHead(part: HeadPart, { text, links, grouped }: HeadProps & { grouped: boolean }) {
  const { language } = text;
  if (part.kind === 'group') {
    return (
      <th key={part.key} scope="colgroup" colSpan={part.across} className="group">
        <Link to={links.indicator(part.node.code)}>{localName(language, part.node)}</Link>{' '}
        <small>{weightText(part.node, text)}</small>
      </th>
    );
  }
  const { node, path } = part.column;
  const parent = path.at(-1);
  return (
    <SortHead
      key={part.key}
      down={part.down}
      sortKey={node.code}
      name={localName(language, node)}
      above={grouped || !parent ? undefined : localName(language, parent)}
      to={links.indicator(node.code)}
      {...{ text, links }}
    >
      {weightText(node, text)}
    </SortHead>
  );
}

interface SortHeadProps extends HeadProps {
  down: number;
  sortKey: string;
  name: string;
  /** The order that the first click gives. */
  first?: 'ascending' | 'descending';
  /** The node right above, where no group row names it. */
  above?: string;
  /** The column's own page; without one the name sorts. */
  to?: string;
  pin?: boolean;
  /** Full marks. */
  children?: ReactNode;
}

function SortHead(props: SortHeadProps) {
  const { text, links, down, sortKey, name, first = 'descending', above, to, pin, children } = props;
  const { t, view } = text;
  const { column, descending } = view.search.sort;
  const sorted = column === sortKey;
  const next = sorted ? !descending : first === 'descending';
  const sort = (
    <Link
      to={links.heatmap({ sort: { column: sortKey, descending: next } })}
      preventScrollReset
      className="sort"
      aria-label={t('indicators.sortBy', { name })}
    >
      {to ? children : name}
      <b aria-hidden="true">{sorted ? (descending ? '↓' : '↑') : '↕'}</b>
    </Link>
  );
  return (
    <th
      scope="col"
      rowSpan={down > 1 ? down : undefined}
      className={pin ? 'pin' : 'n'}
      aria-sort={sorted ? (descending ? 'descending' : 'ascending') : undefined}
    >
      {above ? <small>{above}</small> : null}
      {to ? <Link to={to}>{name}</Link> : null}
      {sort}
      {to ? null : children ? <small>{children}</small> : null}
    </th>
  );
}
