import { officeRoles } from '#app/domain/account-entry.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { AccountView, OfficeView } from '#app/usecases/view-offices.server.ts';
import type { RefusedForm } from './answer.ts';
import { type Control, DirectoryForm } from './directory-form.tsx';

interface AccountFormsProps {
  office: OfficeView;
  account: AccountView;
  answer?: RefusedForm;
}

/** What can be done to one account: another name or role, a new password, an end or a return. */
export function AccountForms({ office, account, answer }: AccountFormsProps) {
  const { t } = useT();
  const { id, seen, loginName, active } = account;
  const about = { office: office.code, account: id, seen };
  const roles = useRoles();
  return (
    <section className="account-forms">
      <h3 id="account">{t('accounts.account.title', { loginName })}</h3>
      <div className="form-pair">
        <DirectoryForm
          {...{ about, answer }}
          intent="change-account"
          title={t('accounts.account.rename')}
          hint={t('accounts.account.renameHint')}
          save={t('accounts.save')}
          controls={[
            { field: 'displayName', start: account.displayName },
            { ...roles, start: account.role },
          ]}
        />
        <div className="form-stack">
          <DirectoryForm
            {...{ about, answer }}
            intent="reset"
            title={t('accounts.account.reset')}
            hint={t('accounts.account.resetHint')}
            save={t('accounts.account.resetSave')}
            controls={[]}
          />
          <DirectoryForm
            {...{ about, answer }}
            intent={active ? 'disable' : 'enable'}
            title={t(active ? 'accounts.account.disable' : 'accounts.account.enable')}
            hint={t(active ? 'accounts.account.disableHint' : 'accounts.account.enableHint')}
            save={t(active ? 'accounts.account.disable' : 'accounts.account.enable')}
            controls={[]}
          />
        </div>
      </div>
    </section>
  );
}

/** Makes an account of the office. */
export function NewAccount({ office, answer }: Omit<AccountFormsProps, 'account'>) {
  const { t } = useT();
  const roles = useRoles();
  return (
    <DirectoryForm
      answer={answer}
      about={{ office: office.code }}
      intent="create-account"
      title={t('accounts.account.create')}
      hint={t('accounts.account.createHint')}
      save={t('accounts.account.create')}
      controls={[
        { field: 'loginName', hint: t('accounts.hint.loginName') },
        { field: 'displayName', hint: t('accounts.hint.displayName') },
        { ...roles, start: officeRoles[0] },
      ]}
    />
  );
}

function useRoles(): Control {
  const { t } = useT();
  return {
    field: 'role',
    options: officeRoles.map((role) => ({ value: role, label: t(`domain.role.${role}`) })),
  };
}
