import { Link } from '@remix-run/react';
import { Block } from '#app/components/charts/block.tsx';
import type { MoneyUnit } from '#app/domain/figure-text.ts';
import { changeKinds, type DistrictChanges } from '#app/domain/overview-changes.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { OverviewView } from '#app/usecases/district-overview.server.ts';
import { ChangedFigures } from './changed-figures.tsx';
import type { Links } from './links.ts';
import { changesTitle } from './titles.ts';

interface ChangesProps {
  view: OverviewView;
  links: Links;
  unit: MoneyUnit;
}

/** What happened since the last visit or a chosen day: who filed, was sent back or approved, and which figures differ. */
export function ChangesBlock({ view, links, unit }: ChangesProps) {
  const words = useT();
  const { t } = words;
  const { header, overview } = view;
  const { changes } = overview;
  const cut = changes.changed - changes.figures.length;
  return (
    <Block
      id="changes"
      kicker={t('overview.changes.kicker')}
      title={changesTitle(changes, words)}
      offices={changes.offices}
      asOf={header.asOf}
      notes={
        changes.changed > 0
          ? [t('overview.changes.rule'), cut > 0 ? t('overview.changes.cut', { count: cut }) : undefined]
          : []
      }
      more={
        changes.offices > 0 ? { to: links.ranking('filed_on'), text: t('overview.changes.more') } : undefined
      }
    >
      <div className="changes">
        {changes.offices > 0 ? <Kinds changes={changes} links={links} /> : null}
        <SinceForm view={view} links={links} unit={unit} />
      </div>
      {changes.figures.length > 0 ? <ChangedFigures changes={changes} links={links} unit={unit} /> : null}
    </Block>
  );
}

function Kinds({ changes, links }: { changes: DistrictChanges; links: Links }) {
  const { t, language } = useT();
  return (
    <dl className="change-kinds">
      {changeKinds.map((kind) => {
        const { count, named } = changes.kinds[kind];
        if (count === 0) return null;
        return (
          <div key={kind}>
            <dt>{t(`overview.changes.kind.${kind}`)}</dt>
            <dd>
              {named.map((office, index) => (
                <span key={office.code}>
                  {index > 0 ? t('chart.list.comma') : null}
                  <Link to={links.reportCard(office)}>{localName(language, office)}</Link>
                </span>
              ))}
              {count > named.length ? t('overview.changes.others', { count }) : null}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** A GET form, so that the day lives in the address. */
function SinceForm({ view: { opensOn, overview }, links, unit }: ChangesProps) {
  const { t } = useT();
  const { basis, from } = overview.changes.since;
  const [action] = links.changes().split('?');
  return (
    <form method="get" action={`${action?.split('#')[0]}#changes`} className="since-form no-print">
      <label>
        {t('overview.changes.since')}
        <input type="date" name="since" required defaultValue={basis === 'visit' ? opensOn : from} />
      </label>
      {unit === 'wan' ? null : <input type="hidden" name="unit" value={unit} />}
      <button type="submit">{t('overview.changes.show')}</button>
      {basis === 'date' ? <Link to={links.changes()}>{t('overview.changes.lastVisit')}</Link> : null}
      {from === opensOn ? null : (
        <Link to={links.changes(opensOn)}>{t('overview.changes.opening', { day: opensOn })}</Link>
      )}
    </form>
  );
}
