import { Link } from '@remix-run/react';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import type { OfficeRole } from '#app/domain/account-entry.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { OfficesView, OfficeView } from '#app/usecases/view-offices.server.ts';

/** Every office with its group and how many may sign in for it; each leads to its own part. */
export function OfficeList({ view, chosen }: { view: OfficesView; chosen?: OfficeView }) {
  const { t, language } = useT();
  return (
    <section>
      <h2 id="offices">{t('accounts.offices.title')}</h2>
      <ScrollRegion label={t('accounts.offices.title')}>
        <table className="data-table">
          <TableHead
            columns={[
              [t('accounts.offices.office')],
              [t('accounts.field.code')],
              [t('accounts.field.group')],
              [t('domain.role.office_preparer'), 'n'],
              [t('domain.role.office_approver'), 'n'],
              [t('accounts.offices.inactive'), 'n'],
              [t('accounts.offices.manage')],
            ]}
          />
          <tbody>
            {view.offices.map((office) => {
              const name = localName(language, office);
              const isChosen = office.code === chosen?.code;
              return (
                <tr key={office.code} data-own={isChosen ? '' : undefined}>
                  <th scope="row">{name}</th>
                  <td>{office.code}</td>
                  <td className={office.group ? undefined : 'missing'}>
                    {office.group ? localName(language, office.group) : t('accounts.group.none')}
                  </td>
                  <Count office={office} staff="office_preparer" />
                  <Count office={office} staff="office_approver" />
                  <td className="n">{office.accounts.filter(({ active }) => !active).length}</td>
                  <td>
                    {isChosen ? (
                      <Link to="?" preventScrollReset>
                        {t('accounts.offices.close')}
                      </Link>
                    ) : (
                      <Link
                        to={`?office=${office.code}#office`}
                        aria-label={t('accounts.offices.manageLabel', { office: name })}
                      >
                        {t('accounts.offices.manage')}
                      </Link>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

/** How many may sign in; none is said in a word. */
function Count({ office, staff }: { office: OfficeView; staff: OfficeRole }) {
  const { t } = useT();
  const count = office.accounts.filter((account) => account.active && account.role === staff).length;
  return <td className={count === 0 ? 'n missing' : 'n'}>{count || t('accounts.offices.nobody')}</td>;
}
