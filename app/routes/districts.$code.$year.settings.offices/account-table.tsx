import { Link } from '@remix-run/react';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { AccountView } from '#app/usecases/view-offices.server.ts';

interface AccountTableProps {
  label: string;
  accounts: readonly AccountView[];
  /** Code of the office whose accounts they are; absent where they are only to be read. */
  office?: string;
  chosen?: AccountView;
}

/** Who may sign in, as what, and whether still. */
export function AccountTable({ label, accounts, office, chosen }: AccountTableProps) {
  const { t } = useT();
  if (accounts.length === 0) return <p>{t('accounts.account.nobody')}</p>;
  return (
    <ScrollRegion label={label}>
      <table className="data-table">
        <TableHead
          columns={[
            [t('accounts.field.loginName')],
            [t('accounts.field.displayName')],
            [t('accounts.field.role')],
            [t('accounts.account.state')],
            office !== undefined && [t('accounts.account.change')],
          ]}
        />
        <tbody>
          {accounts.map(({ id, loginName, displayName, role, active }) => (
            <tr key={id} data-own={id === chosen?.id ? '' : undefined}>
              <th scope="row">{loginName}</th>
              <td>{displayName}</td>
              <td>{t(`domain.role.${role}`)}</td>
              <td className={active ? undefined : 'missing'}>
                {t(active ? 'accounts.account.active' : 'accounts.account.inactive')}
              </td>
              {office === undefined ? null : (
                <td>
                  <Link
                    to={
                      id === chosen?.id
                        ? `?office=${office}#office`
                        : `?office=${office}&account=${id}#account`
                    }
                    aria-label={
                      id === chosen?.id ? undefined : t('accounts.account.changeLabel', { loginName })
                    }
                  >
                    {t(id === chosen?.id ? 'accounts.offices.close' : 'accounts.account.change')}
                  </Link>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
