import { maxOwnViews, maxViewName, type ViewRefusal } from '#app/domain/saved-view.ts';
import type { RankingText } from '#app/lib/ranking-text.ts';
import type { RankingView } from '#app/usecases/district-ranking.server.ts';
import { savedHref } from './ranking-address.ts';

/** What came of the last form: which view it was about (none: a new one), the name that was typed, why it was refused. */
export interface ViewAnswer {
  view?: string;
  name: string;
  refused: ViewRefusal;
}

interface SavedViewsProps {
  text: RankingText;
  answer: ViewAnswer | undefined;
}

type Saved = RankingView['savedViews'][number];

/** The named states of the table: own ones and those that others share. Plain forms, so that they work without scripts. */
export function SavedViews({ text, answer }: SavedViewsProps) {
  const { t, view } = text;
  const views = view.savedViews;
  return (
    <details className="ranking-tool no-print" open={answer !== undefined}>
      <summary>{t('ranking.views.count', { count: views.length })}</summary>
      <div className="saved-views">
        {answer?.view !== undefined ? <Refused refused={answer.refused} text={text} /> : null}
        {views.length === 0 ? <p>{t('ranking.views.none')}</p> : null}
        <ul>
          {views.map((saved) => (
            <SavedItem key={saved.id} saved={saved} text={text} answer={answer} />
          ))}
        </ul>
        <SaveForm text={text} answer={answer?.view === undefined ? answer : undefined} />
      </div>
    </details>
  );
}

function SavedItem({ saved, text, answer }: SavedViewsProps & { saved: Saved }) {
  const { t, view } = text;
  const mayChange = saved.own || (saved.shared && view.reviews);
  return (
    <li>
      <a href={savedHref(view, saved.query)}>{saved.name}</a> <small>{standing(saved, text)}</small>
      {mayChange ? (
        <details open={answer?.view === saved.id}>
          <summary>{t('ranking.views.change')}</summary>
          <form method="post">
            <input type="hidden" name="view" value={saved.id} />
            <input
              name="name"
              defaultValue={answer?.view === saved.id ? answer.name : saved.name}
              maxLength={maxViewName}
              aria-label={t('ranking.views.newName', { view: saved.name })}
            />
            <button type="submit" name="intent" value="rename-view" className="button">
              {t('ranking.views.rename')}
            </button>
            <button
              type="submit"
              name="intent"
              value="remove-view"
              className="button"
              aria-label={t('ranking.views.removeNamed', { view: saved.name })}
            >
              {t('ranking.views.remove')}
            </button>
          </form>
        </details>
      ) : null}
    </li>
  );
}

function standing({ own, shared, ownerName }: Saved, { t }: RankingText): string {
  if (!own) return t('ranking.views.sharedBy', { name: ownerName });
  return t(shared ? 'ranking.views.shared' : 'ranking.views.own');
}

function SaveForm({ text, answer }: SavedViewsProps) {
  const { t } = text;
  const problem = answer ? 'view-name-problem' : undefined;
  return (
    <form method="post" aria-label={t('ranking.views.save')}>
      <label>
        {t('ranking.views.name')}
        <input
          name="name"
          defaultValue={answer?.name}
          maxLength={maxViewName}
          required
          aria-invalid={answer ? true : undefined}
          aria-describedby={problem}
        />
      </label>
      <label>
        <input type="checkbox" name="shared" value="yes" />
        {t('ranking.views.share')}
      </label>
      <button type="submit" name="intent" value="save-view" className="button">
        {t('ranking.views.save')}
      </button>
      {answer ? (
        <Refused id={problem} refused={answer.refused} text={text} />
      ) : (
        <small>{t('ranking.views.help')}</small>
      )}
    </form>
  );
}

function Refused({ id, refused, text }: { id?: string; refused: ViewRefusal; text: RankingText }) {
  return (
    <p id={id} role="alert" className="refused">
      {text.t(`ranking.views.refused.${refused}`, { most: maxViewName, views: maxOwnViews })}
    </p>
  );
}
