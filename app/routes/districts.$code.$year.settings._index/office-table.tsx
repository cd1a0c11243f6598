import { Link } from '@remix-run/react';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { statusText } from '#app/lib/status-text.ts';
import type { RoundOfficeView, RoundView } from '#app/usecases/view-round.server.ts';

interface OfficeTableProps {
  view: RoundView;
  chosen?: RoundOfficeView;
}

/** Every office of the round; an open round's lead to the forms that change one. */
export function OfficeTable({ view: { offices, round }, chosen }: OfficeTableProps) {
  const { t } = useT();
  const isOpen = round?.status === 'open';
  return (
    <section>
      <h2 id="offices">{t('settings.offices.title')}</h2>
      <ScrollRegion label={t('settings.offices.title')}>
        <table className="data-table">
          <TableHead
            columns={[
              [t('settings.offices.office')],
              [t('settings.offices.part')],
              [t('settings.offices.deadline')],
              [t('settings.offices.status')],
              [t('settings.offices.reason')],
              isOpen && [t('settings.offices.change')],
            ]}
          />
          <tbody>
            {offices.map((row) => (
              <OfficeRow
                key={row.office.code}
                row={row}
                isOpen={isOpen}
                isChosen={row.office.code === chosen?.office.code}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

interface OfficeRowProps {
  row: RoundOfficeView;
  isOpen: boolean;
  isChosen: boolean;
}

function OfficeRow({ row, isOpen, isChosen }: OfficeRowProps) {
  const { t, language } = useT();
  const name = localName(language, row.office);
  return (
    <tr data-own={isChosen ? '' : undefined}>
      <th scope="row">{name}</th>
      <td className={row.takesPart ? undefined : 'missing'}>
        {t(row.takesPart ? 'settings.offices.yes' : 'settings.offices.no')}
      </td>
      <td>
        {row.takesPart ? row.deadline : t('common.state.notApplicable')}
        {row.takesPart && row.isExtended ? (
          <span className="badge" data-tone="accent">
            {t('settings.offices.extended')}
          </span>
        ) : null}
      </td>
      <td>
        {row.status === 'not_filed' && !row.takesPart
          ? t('common.state.notApplicable')
          : statusText(row.status, t)}
        {row.takesPart && row.late && row.status !== 'draft' ? (
          <span className="badge" data-tone="warning">
            {t('settings.offices.late')}
          </span>
        ) : null}
      </td>
      <td className="words">{row.reason}</td>
      {isOpen ? (
        <td>
          {isChosen ? (
            <Link to="?" preventScrollReset>
              {t('settings.offices.close')}
            </Link>
          ) : (
            <Link
              to={`?office=${row.office.code}#office`}
              aria-label={t('settings.offices.changeLabel', { office: name })}
            >
              {t('settings.offices.change')}
            </Link>
          )}
        </td>
      ) : null}
    </tr>
  );
}
