import { Link } from '@remix-run/react';
import { Fragment } from 'react';
import { Block } from '#app/components/charts/block.tsx';
import { shareStyle } from '#app/components/charts/value-bar.ts';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { isMissing } from '#app/domain/filing-progress.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ProgressView } from '#app/usecases/view-progress.server.ts';
import { filingHref } from './links.ts';

type Row = ProgressView['offices'][number];

/** Rows of the table: what stands before the district, then what is missing, then who takes no part. */
const rows = [
  { id: 'filed', level: 1, holds: ({ timing }: Row) => timing !== undefined },
  { id: 'onTime', level: 2, holds: ({ timing }: Row) => timing === 'on_time' },
  { id: 'late', level: 2, holds: ({ timing }: Row) => timing === 'late' },
  { id: 'undated', level: 2, holds: ({ timing }: Row) => timing === 'unknown' },
  { id: 'approved', level: 2, holds: ({ state }: Row) => state === 'approved' },
  { id: 'submitted', level: 2, holds: ({ state }: Row) => state === 'submitted' },
  { id: 'missing', level: 1, holds: isMissing },
  { id: 'returned', level: 2, holds: ({ state }: Row) => state === 'returned' },
  { id: 'draft', level: 2, holds: ({ state }: Row) => state === 'draft' },
  { id: 'not_begun', level: 2, holds: ({ state }: Row) => state === 'not_begun' },
  { id: 'left_out', level: 1, holds: ({ state }: Row) => state === 'left_out' },
] as const;
/** Shown only where there is somebody in them. */
const rare: readonly string[] = ['undated', 'left_out'];
/** Everybody is in these where all goes well; the rows under them name who. */
const unnamed: readonly string[] = ['filed', 'missing'];

/** Where every office stands: how many, and which. */
export function StatesBlock({ view }: { view: ProgressView }) {
  const { t } = useT();
  const { counts, offices } = view;
  const { filed, onTime, late, undated } = counts;
  const shown = rows
    .map((row) => ({ ...row, offices: offices.filter(row.holds) }))
    .filter((row) => row.offices.length > 0 || !rare.includes(row.id));
  return (
    <Block
      id="states"
      kicker={t('progress.states.kicker')}
      title={
        filed === 0
          ? t('progress.states.empty')
          : t(undated > 0 ? 'progress.states.titleUndated' : 'progress.states.title', {
              ...{ filed, onTime, late, undated },
            })
      }
      offices={offices.length}
      asOf={view.today}
      notes={[t('progress.states.note')]}
    >
      <ScrollRegion label={t('progress.states.kicker')}>
        <table className="data-table states-table">
          <TableHead
            columns={[
              [t('progress.states.column.state')],
              [t('progress.states.column.count'), 'n'],
              [t('progress.states.column.offices')],
            ]}
          />
          <tbody>
            {shown.map((row) => (
              <tr key={row.id} data-level={row.level} data-state={row.id}>
                <th scope="row">{t(`progress.states.${row.id}`)}</th>
                <td
                  className={row.offices.length === 0 ? 'n zero value-bar' : 'n value-bar'}
                  style={shareStyle((row.offices.length / Math.max(offices.length, 1)) * 100)}
                >
                  {row.offices.length}
                </td>
                <td>{unnamed.includes(row.id) ? null : <Names rows={row.offices} view={view} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Block>
  );
}

const mostNames = 8;

/** The offices, the first of many in view and the others folded away. */
function Names({ rows: all, view }: { rows: Row[]; view: ProgressView }) {
  const { t, language } = useT();
  const rest = all.slice(mostNames);
  return (
    <>
      <Links rows={all.slice(0, mostNames)} view={view} />
      {rest.length > 0 ? (
        <>
          <details className="states-more">
            <summary>{t('progress.states.others', { count: rest.length })}</summary>
            <Links rows={rest} view={view} />
          </details>
          {/* paper cannot be unfolded */}
          <span className="states-rest" aria-hidden="true">
            {t('chart.list.comma')}
            {rest.map(({ office }) => localName(language, office)).join(t('chart.list.comma'))}
          </span>
        </>
      ) : null}
    </>
  );
}

function Links({ rows: some, view }: { rows: Row[]; view: ProgressView }) {
  const { t, language } = useT();
  return some.map(({ office, state }, index) => (
    <Fragment key={office.code}>
      <Link className="states-name" to={filingHref(view, office, state)}>
        {localName(language, office)}
      </Link>
      {index < some.length - 1 ? t('chart.list.comma') : null}
    </Fragment>
  ));
}
