import { Form } from '@remix-run/react';
import type { Role } from '#app/domain/access.ts';
import { useT } from '#app/lib/i18n/use-t.ts';

interface DemoAccountsProps {
  accounts: { loginName: string; role: Role }[];
  password: string;
  next: string;
}

/** Who can be tried out in a demo, each with one click. */
export function DemoAccounts({ accounts, password, next }: DemoAccountsProps) {
  const { t } = useT();
  return (
    <section>
      <h2>{t('login.demo.title')}</h2>
      <p>
        {t('login.demo.intro')} <code>{password}</code>
      </p>
      <div className="data-scroll">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t('login.demo.role')}</th>
              <th scope="col">{t('login.demo.account')}</th>
              <th scope="col">{t('login.demo.sees')}</th>
              <th scope="col">
                <span className="sr-only">{t('login.submit')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {accounts.map(({ loginName, role }) => (
              <tr key={loginName}>
                <th scope="row">{t(`domain.role.${role}`)}</th>
                <td>
                  <code>{loginName}</code>
                </td>
                <td>{t(`login.demo.roles.${role}`)}</td>
                <td>
                  <Form method="post">
                    <input type="hidden" name="next" value={next} />
                    <input type="hidden" name="loginName" value={loginName} />
                    <input type="hidden" name="password" value={password} />
                    <button
                      type="submit"
                      className="link-button"
                      aria-label={t('login.demo.use', { name: loginName })}
                    >
                      {t('login.submit')}
                    </button>
                  </Form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
