import { Link, useLocation } from '@remix-run/react';
import type { Role } from '#app/domain/access.ts';
import type { MoneyUnit } from '#app/domain/figure-text.ts';
import { importedAs } from '#app/domain/import-rule.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ImportPlace, ImportPreview } from '#app/usecases/preview-import.server.ts';
import { ChooseForm } from './choose-form.tsx';
import { Preview } from './preview.tsx';
import { type Refused, refusalText } from './refusal-text.ts';

interface ImportPageProps {
  office: { code: string; name: string; nameEn: string };
  year: number;
  role: Role;
  barrier?: ImportPlace['barrier'];
  unit: MoneyUnit;
  title: string;
  answer?: { preview?: ImportPreview; document?: string; refused?: Refused };
}

/** Choose a report, see what it says, accept it or leave it. */
export function ImportPage({ office, year, role, barrier, unit, title, answer }: ImportPageProps) {
  const { t, language } = useT();
  const reportCard = `/offices/${office.code}/${year}${useLocation().search}`;
  const refused = answer?.refused && refusalText(answer.refused, office, { t, language });
  if (answer?.preview && answer.document !== undefined) {
    return (
      <article className="report-card">
        <h1>{title}</h1>
        <Preview preview={answer.preview} document={answer.document} unit={unit} leaveTo={reportCard} />
      </article>
    );
  }
  const filing = importedAs(role);
  return (
    <article className="report-card import">
      <h1>{title}</h1>
      {barrier ? (
        <div className="notice" role={refused ? 'alert' : 'note'}>
          <strong>{refused ? t('import.refused') : t('import.closed')}</strong>
          <p>{refused ?? t(`import.refusal.${barrier}`, { office: localName(language, office), year })}</p>
        </div>
      ) : (
        <>
          <p>{t('import.intro')}</p>
          {filing ? <p>{t(`import.becomes.${filing.status}`)}</p> : null}
          <ChooseForm refused={refused} />
        </>
      )}
      {barrier === 'no_round' ? null : (
        <p>
          <Link to={reportCard}>{t('import.back')}</Link>
          {role === 'office_preparer' ? (
            <Link to={`/offices/${office.code}/${year}/workbook`}>{t('import.workbook')}</Link>
          ) : null}
        </p>
      )}
    </article>
  );
}
