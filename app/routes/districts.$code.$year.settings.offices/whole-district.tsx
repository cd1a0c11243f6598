import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { OfficesView } from '#app/usecases/view-offices.server.ts';
import { AccountTable } from './account-table.tsx';
import type { RefusedForm } from './answer.ts';
import { DirectoryForm } from './directory-form.tsx';
import { useGroupChoice } from './group-choice.ts';

interface WholeDistrictProps {
  view: OfficesView;
  answer?: RefusedForm;
}

/** What is not about one office: a new office, the peer groups, the accounts of the bureau. */
export function WholeDistrict({ view, answer }: WholeDistrictProps) {
  const { t } = useT();
  const groups = useGroupChoice(view);
  return (
    <>
      <section>
        <h2>{t('accounts.group.title')}</h2>
        <Groups view={view} />
      </section>
      <section>
        <h2>{t('accounts.newOffice.title')}</h2>
        <div className="form-pair">
          <DirectoryForm
            key={`office ${view.offices.length}`}
            answer={answer}
            intent="create-office"
            title={t('accounts.newOffice.create')}
            hint={t('accounts.newOffice.hint')}
            save={t('accounts.newOffice.create')}
            controls={[
              {
                field: 'code',
                hint: t('accounts.hint.code', { district: view.district.code }),
                inputMode: 'numeric',
              },
              { field: 'name' },
              { field: 'nameEn' },
              { field: 'pinyin', hint: t('accounts.hint.pinyin') },
              {
                field: 'firstYear',
                hint: t('accounts.hint.firstYear'),
                start: String(view.year),
                inputMode: 'numeric',
              },
              groups,
            ]}
          />
          <DirectoryForm
            key={`group ${view.groups.length}`}
            answer={answer}
            intent="create-group"
            title={t('accounts.group.create')}
            hint={t('accounts.group.hint')}
            save={t('accounts.group.create')}
            controls={[
              { field: 'groupName' },
              { field: 'groupNameEn' },
              { field: 'basis' },
              { field: 'basisEn' },
            ]}
          />
        </div>
      </section>
      <section>
        <h2>{t('accounts.bureau.title')}</h2>
        <p className="note">{t('accounts.bureau.hint')}</p>
        <AccountTable label={t('accounts.bureau.title')} accounts={view.bureau} />
      </section>
    </>
  );
}

function Groups({ view: { groups } }: { view: OfficesView }) {
  const { t, language } = useT();
  if (groups.length === 0) return <p>{t('accounts.group.nothing')}</p>;
  return (
    <ul>
      {groups.map((group) => (
        <li key={group.position}>
          {t('accounts.group.line', {
            name: localName(language, group),
            count: group.offices,
            basis: language === 'en' ? group.basisEn : group.basis,
          })}
        </li>
      ))}
    </ul>
  );
}
