import { Link } from '@remix-run/react';
import { SettingsNav } from '#app/components/settings/settings-nav.tsx';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { RoundOfficeView, RoundView } from '#app/usecases/view-round.server.ts';
import type { RefusedForm, RoundIntent } from './answer.ts';
import { OfficeForms } from './office-forms.tsx';
import { OfficeTable } from './office-table.tsx';
import { RoundFacts } from './round-facts.tsx';
import { RoundForm } from './round-form.tsx';
import { StatusForm } from './status-form.tsx';

interface RoundPageProps {
  view: RoundView;
  /** The office whose forms are open. */
  chosen?: RoundOfficeView;
  done?: RoundIntent;
  title: string;
  answer?: RefusedForm;
}

/** A year's round: its rules, the offices' exceptions, its end; or the form that opens it. */
export function RoundPage({ view, chosen, done, title, answer }: RoundPageProps) {
  const { t } = useT();
  const { round, district, year } = view;
  const newest = Math.max(...view.years);
  return (
    <article className="settings">
      <h1>{title}</h1>
      <SettingsNav code={district.code} year={year} />
      {answer?.whole ? (
        <div className="alert" role="alert">
          <strong>{t('settings.refused')}</strong>
          <p>{t(`settings.refusal.${answer.whole}`)}</p>
        </div>
      ) : null}
      {done && !answer ? (
        <p className="notice" role="status">
          {t(`settings.done.${done}`)}
        </p>
      ) : null}
      <Lede view={view} />
      {round && year === newest ? (
        <p>
          <Link to={`/districts/${district.code}/${year + 1}/settings`}>
            {t('settings.next', { year: year + 1 })}
          </Link>
        </p>
      ) : null}
      {round ? (
        <p>
          <Link to={`/districts/${district.code}/${year}/import`}>{t('settings.importTable')}</Link>
        </p>
      ) : null}
      <section>
        <h2 id="rules">{t('settings.rules.title')}</h2>
        {round?.status === 'closed' ? (
          <RoundFacts view={view} round={round} />
        ) : (
          <RoundForm key={round?.seen ?? year} view={view} answer={answer} />
        )}
      </section>
      {round ? (
        <>
          <OfficeTable view={view} chosen={chosen} />
          {chosen && round.status === 'open' ? (
            <OfficeForms
              key={`${chosen.office.code} ${chosen.deadline} ${chosen.takesPart}`}
              chosen={chosen}
              round={round}
              answer={answer}
            />
          ) : null}
          <StatusForm key={round.status} status={round.status} answer={answer} />
        </>
      ) : null}
    </article>
  );
}

/** How the round stands, in one line. */
function Lede({ view: { round, offices, year, model } }: { view: RoundView }) {
  const { t } = useT();
  if (!round)
    return (
      <p className="lede">
        {t('settings.lede.none', { year })} {model ? t('settings.lede.model', { year: model.year }) : null}
      </p>
    );
  const { opensOn, deadline } = round;
  const state = round.status === 'closed' ? 'closed' : round.isFilingOpen ? 'open' : 'later';
  const taking = offices.filter(({ takesPart }) => takesPart);
  const filed = taking.filter(({ status }) => status === 'submitted' || status === 'approved');
  return (
    <p className="lede">
      {t(`settings.lede.${state}`, { opensOn, deadline })}{' '}
      {t('settings.lede.offices', {
        count: taking.length,
        filed: filed.length,
        late: filed.filter(({ late }) => late).length,
      })}
    </p>
  );
}
