import { fieldName } from '#app/components/form/field-name.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ReportToSend } from '#app/usecases/view-filing.server.ts';

/** The words that do not read as they did last year. */
export function ChangedTexts({ report: { texts, framework } }: { report: ReportToSend }) {
  const { t, language } = useT();
  if (texts.length === 0) return <p>{t('filing.texts.none')}</p>;
  return (
    <ul className="changed-texts">
      {texts.map(({ field, list, change, text }) => (
        <li key={`${field ?? list} ${text}`}>
          <strong>
            {field === undefined
              ? t(`form.list.${list ?? 'problems'}`)
              : fieldName(field, { t, language, framework })}
          </strong>{' '}
          <span className="badge">{t(`filing.texts.${change}`)}</span>
          <p className="long-text">{text}</p>
        </li>
      ))}
    </ul>
  );
}
