import type { ReactNode } from 'react';
import { FileLinks } from '#app/components/parts/file-links.tsx';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { AuditView } from '#app/usecases/view-audit.server.ts';
import { auditFileHref, auditHref, isNarrowed } from './address.ts';
import { AuditFilter } from './audit-filter.tsx';
import { AuditTable } from './audit-table.tsx';
import { ChainStateBlock } from './chain-state.tsx';
import { FieldHistory } from './field-history.tsx';
import { changedField } from './words.ts';

/** The district's trail, or the part of it that is about one office. `navigation`: of the pages it stands among. */
export function AuditPage({ view, navigation }: { view: AuditView; navigation?: ReactNode }) {
  const words = useT();
  const { t, language } = words;
  const { district, office, chain, year, search, history } = view;
  const title = office
    ? t('audit.historyTitle', { office: localName(language, office), year })
    : t('audit.title', { district: localName(language, district) });
  return (
    <div className="audit-page">
      <header>
        <h1>{title}</h1>
        {navigation}
        {office ? <p className="audit-lead">{t('audit.historyLead')}</p> : null}
      </header>
      {chain ? <ChainStateBlock view={view} chain={chain} /> : null}
      {search.entry === undefined ? (
        <>
          <AuditFilter view={view} />
          <div className="audit-bar">
            <p role="status">
              {t(isNarrowed(view) ? 'audit.result.filtered' : 'audit.result.all', { count: view.count })}
            </p>
            {office ? null : <FileLinks hrefOf={(format) => auditFileHref(view, format)} />}
          </div>
        </>
      ) : (
        <p>
          <strong>{t('audit.result.entry', { seq: search.entry })}</strong>{' '}
          <a href={auditHref(view)}>{t('audit.result.back')}</a>
        </p>
      )}
      {history && search.field ? (
        <FieldHistory name={changedField(search.field, view.frameworks[year], words)} events={history} open />
      ) : null}
      {view.lines.length > 0 ? <AuditTable view={view} /> : <p>{t('audit.result.none')}</p>}
      <Paging view={view} />
    </div>
  );
}

function Paging({ view }: { view: AuditView }) {
  const { t } = useT();
  const { older, search } = view;
  if (older === undefined && search.before === undefined) return null;
  return (
    <p className="audit-paging no-print">
      {search.before === undefined ? null : <a href={auditHref(view)}>{t('audit.result.newest')}</a>}
      {older === undefined ? null : (
        <a href={auditHref(view, { before: older })} rel="next">
          {t('audit.result.older')}
        </a>
      )}
    </p>
  );
}
