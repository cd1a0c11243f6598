import { Link } from '@remix-run/react';
import { Block } from '#app/components/charts/block.tsx';
import { Star } from '#app/components/charts/star.tsx';
import { EmptyState } from '#app/components/frame/empty-state.tsx';
import type { StatementGroup } from '#app/domain/problem-statements.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ProblemsView } from '#app/usecases/district-problems.server.ts';
import { reportCardHref, statementsHref } from './address.ts';
import { FormerList } from './former-list.tsx';
import { StatementFilter } from './statement-filter.tsx';
import { StatementItem } from './statement-item.tsx';
import { groupName, hasLastYear, statementsTitle } from './words.ts';

/** The offices’ own words, under each theme or each office, as far as the filter lets them through. */
export function StatementsView({ view }: { view: ProblemsView }) {
  const words = useT();
  const { t } = words;
  const { groups, shown, header, search } = view;
  return (
    <>
      <StatementFilter view={view} />
      <Block
        id="statements"
        kicker={t('problems.view.statements')}
        title={statementsTitle(view, words)}
        offices={shown.offices}
        asOf={header.asOf}
        notes={shown.statements > 0 ? [t('problems.statement.wordingRule')] : []}
      >
        {groups.length > 0 ? (
          groups.map((group) => <Group key={group.key} group={group} view={view} />)
        ) : (
          <EmptyState title={t('problems.empty.statements')}>
            <p>{t('problems.empty.statementsHelp')}</p>
            <p>
              <a href={statementsHref(view)}>{t('problems.empty.back')}</a>
            </p>
          </EmptyState>
        )}
      </Block>
      {search.theme && hasLastYear(view) ? <FormerList view={view} theme={search.theme} /> : null}
    </>
  );
}

function Group({ group: { key, statements }, view }: { group: StatementGroup; view: ProblemsView }) {
  const words = useT();
  const [first] = statements;
  const name = groupName(key, view, words);
  return (
    <section className="statement-group">
      <h3>
        {first && view.search.by === 'office' ? (
          <>
            <Link to={reportCardHref(view, first.office)}>{name}</Link>
            <Star provisional={first.provisional} />
          </>
        ) : (
          name
        )}
        <span className="statement-count">
          {words.t('problems.statement.count', { count: statements.length })}
        </span>
      </h3>
      <ol>
        {statements.map((statement) => (
          <StatementItem
            key={`${statement.office.id} ${statement.position}`}
            statement={statement}
            group={key}
            view={view}
          />
        ))}
      </ol>
    </section>
  );
}
