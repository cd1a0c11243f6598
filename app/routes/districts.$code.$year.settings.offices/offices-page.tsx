import { SettingsNav } from '#app/components/settings/settings-nav.tsx';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { AccountView, OfficesView, OfficeView } from '#app/usecases/view-offices.server.ts';
import type { Answer, DirectoryIntent, Issued } from './answer.ts';
import { OfficeList } from './office-list.tsx';
import { OfficePart } from './office-part.tsx';
import { WholeDistrict } from './whole-district.tsx';

interface OfficesPageProps {
  view: OfficesView;
  /** The office whose part is open, and the account of it whose forms are. */
  chosen?: OfficeView;
  account?: AccountView;
  done?: DirectoryIntent;
  title: string;
  answer?: Answer;
}

/** The district's offices with their accounts, groups and boundaries. */
export function OfficesPage({ view, chosen, account, done, title, answer }: OfficesPageProps) {
  const { t } = useT();
  const refused = answer && 'refused' in answer ? answer : undefined;
  const able = view.offices.filter(({ accounts }) =>
    (['office_preparer', 'office_approver'] as const).every((role) =>
      accounts.some((each) => each.active && each.role === role),
    ),
  );
  return (
    <article className="settings">
      <h1>{title}</h1>
      <SettingsNav code={view.district.code} year={view.year} />
      {refused ? (
        <div className="alert" role="alert">
          <strong>{t('settings.refused')}</strong>
          <p>{t(refused.whole ? `accounts.refusal.${refused.whole}` : 'accounts.refusal.fields')}</p>
        </div>
      ) : null}
      {answer && 'issued' in answer ? <IssuedPassword issued={answer.issued} /> : null}
      {done && !answer ? (
        <p className="notice" role="status">
          {t(`accounts.done.${done}`)}
        </p>
      ) : null}
      <p className="lede">
        {t('accounts.lede', {
          count: view.offices.length,
          able: able.length,
          lacking: view.offices.length - able.length,
        })}
      </p>
      <OfficeList view={view} chosen={chosen} />
      {chosen ? (
        <OfficePart key={chosen.code} view={view} office={chosen} account={account} answer={refused} />
      ) : (
        <WholeDistrict view={view} answer={refused} />
      )}
    </article>
  );
}

/** The only place where the password is ever shown; a reload asks for another one. */
function IssuedPassword({ issued: { loginName, password } }: { issued: Issued }) {
  const { t } = useT();
  return (
    <div className="notice issued-password" role="status">
      <strong>{t('accounts.issued.title', { loginName })}</strong>
      <p>
        <code>{password}</code>
      </p>
      <p>{t('accounts.issued.hint')}</p>
    </div>
  );
}
