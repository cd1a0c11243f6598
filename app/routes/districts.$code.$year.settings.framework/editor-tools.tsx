import { totalCode } from '#app/domain/framework.ts';
import type { FrameworkDraft } from '#app/domain/framework-draft.ts';
import type { DraftProblem } from '#app/domain/framework-draft-problems.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { DraftView, FrameworkView } from '#app/usecases/view-framework.server.ts';
import { problemText } from './problem-text.ts';

interface EditorToolsProps {
  view: FrameworkView;
  draft: DraftView;
  problems: DraftProblem[];
  /** As it is being typed. */
  current: FrameworkDraft;
}

const mostListed = 8;

/** Whose work it is, what is still wrong with it, and what can be done with the whole. */
export function EditorTools({ draft, problems, current }: EditorToolsProps) {
  const { t, language } = useT();
  const { changedBy, changedAt, content } = draft;
  const words = { ...content.basis, at: changedAt };
  const textOf = (problem: DraftProblem) => {
    const node = current.nodes.find(({ code }) => code === problem.code);
    const text = problemText(problem, node?.weight ?? '', t);
    if (problem.code === totalCode || !node) return text;
    return t('framework.editor.problemAt', {
      name: localName(language, node) || t('framework.editor.unnamed'),
      text,
    });
  };
  return (
    <div className="editor-tools">
      <h2>{t('framework.editor.title')}</h2>
      <p className="note">
        {changedBy
          ? t('framework.editor.state', { ...words, by: changedBy })
          : t('framework.editor.stateNobody', words)}
      </p>
      <div role="status">
        {problems.length === 0 ? (
          <p>{t('framework.editor.sound')}</p>
        ) : (
          <>
            <p className="field-error">{t('framework.editor.problems', { count: problems.length })}</p>
            <ul className="change-list">
              {problems.slice(0, mostListed).map((problem) => (
                <li key={`${problem.code} ${problem.field}`}>
                  <a href={`#node-${problem.code}`}>{textOf(problem)}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <p className="editor-buttons">
        <button type="submit" name="intent" value="save" className="button">
          {t('framework.editor.save')}
        </button>
        <button type="submit" name="intent" value="rehearse" className="button button-primary">
          {t('framework.editor.rehearse')}
        </button>
      </p>
      <details className="discard">
        <summary>{t('framework.editor.discard')}</summary>
        <p className="note">{t('framework.editor.discardNote')}</p>
        <button type="submit" name="intent" value="discard" className="button">
          {t('framework.editor.discardNow')}
        </button>
      </details>
      <noscript>
        <p className="note">{t('framework.editor.withoutScript')}</p>
      </noscript>
    </div>
  );
}
