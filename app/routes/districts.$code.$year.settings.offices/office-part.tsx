import { boundaryKinds } from '#app/domain/boundary-change.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { AccountView, OfficesView, OfficeView } from '#app/usecases/view-offices.server.ts';
import { AccountForms, NewAccount } from './account-forms.tsx';
import { AccountTable } from './account-table.tsx';
import type { RefusedForm } from './answer.ts';
import { DirectoryForm } from './directory-form.tsx';
import { useGroupChoice } from './group-choice.ts';

interface OfficePartProps {
  view: OfficesView;
  office: OfficeView;
  account?: AccountView;
  answer?: RefusedForm;
}

/** One office: who may sign in for it, what it is called and compared with, what happened to its area. */
export function OfficePart({ view, office, account, answer }: OfficePartProps) {
  const { t, language } = useT();
  const name = localName(language, office);
  return (
    <section className="office-forms">
      <h2 id="office">{t('accounts.office.title', { office: name })}</h2>
      <AccountTable
        label={t('accounts.office.title', { office: name })}
        accounts={office.accounts}
        office={office.code}
        chosen={account}
      />
      {account ? <AccountForms key={account.seen} office={office} account={account} answer={answer} /> : null}
      <div className="form-pair">
        <NewAccount key={office.accounts.length} office={office} answer={answer} />
        <OfficeForm view={view} office={office} answer={answer} />
        <Boundaries key={office.boundaries.length} office={office} year={view.year} answer={answer} />
      </div>
    </section>
  );
}

function OfficeForm({ view, office, answer }: Omit<OfficePartProps, 'account'>) {
  const { t } = useT();
  const groups = useGroupChoice(view);
  return (
    <DirectoryForm
      key={office.seen}
      answer={answer}
      about={{ office: office.code, seen: office.seen }}
      intent="change-office"
      title={t('accounts.office.change')}
      hint={t('accounts.office.changeHint')}
      save={t('accounts.save')}
      controls={[
        { field: 'name', start: office.name },
        { field: 'nameEn', start: office.nameEn },
        { field: 'pinyin', hint: t('accounts.hint.pinyin'), start: office.sortKey },
        { ...groups, start: String(office.group?.position ?? '') },
      ]}
    />
  );
}

function Boundaries({ office, year, answer }: { office: OfficeView; year: number; answer?: RefusedForm }) {
  const { t, language } = useT();
  const kindOf = (kind: (typeof boundaryKinds)[number]) => t(`accounts.boundary.kind.${kind}`);
  return (
    <div className="form-stack">
      <DirectoryForm
        answer={answer}
        about={{ office: office.code }}
        intent="boundary"
        title={t('accounts.boundary.title')}
        hint={t('accounts.boundary.hint')}
        save={t('accounts.boundary.save')}
        controls={[
          { field: 'year', start: String(year), inputMode: 'numeric' },
          { field: 'kind', options: boundaryKinds.map((kind) => ({ value: kind, label: kindOf(kind) })) },
          { field: 'note' },
          { field: 'noteEn' },
        ]}
      />
      {office.boundaries.length > 0 ? (
        <ul>
          {office.boundaries.map((change) => (
            <li key={`${change.year} ${change.kind}`}>
              {t('accounts.boundary.told', {
                ...{ year: change.year, kind: kindOf(change.kind) },
                note: language === 'en' ? change.noteEn : change.note,
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
