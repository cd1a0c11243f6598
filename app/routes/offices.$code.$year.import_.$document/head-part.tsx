import { Form } from '@remix-run/react';
import { formatScore } from '#app/domain/figure-text.ts';
import { sizeText } from '#app/lib/size-text.ts';
import { timeText } from '#app/lib/time-text.ts';
import type { ReadingView } from '#app/usecases/view-import.server.ts';
import { itemName, type Words } from './words.ts';

interface HeadPartProps {
  view: ReadingView;
  words: Words;
  base: string;
}

/** What was read in one sentence, what waits for a choice, the original, and the way back. */
export function HeadPart({ view, words, base }: HeadPartProps) {
  const { t, language } = words;
  const { document, sections, filing, barrier, undoable, unknownScores, removal } = view;
  const items = sections.flatMap((section) => section.items);
  const undecided = items.filter(({ choices, state }) => choices.length > 1 && state !== 'same');
  const count = (state: string) => items.filter((item) => item.state === state).length;
  const facts = {
    at: timeText(document.createdAt, language),
    size: sizeText(document.bytes),
    sha256: document.sha256.slice(0, 16),
  };
  return (
    <>
      <p className="reading">
        {t('import.headline', {
          file: document.fileName,
          count: items.length,
          fresh: count('new'),
          changed: count('changed'),
          same: count('same'),
        })}
      </p>
      {barrier ? null : <p className="note">{t(`import.becomes.${filing.status}`)}</p>}
      {undecided.length > 0 ? (
        <p className="notice">
          {t('import.undecided', {
            count: undecided.length,
            names: undecided.map(({ id }) => itemName(id, words)).join(t('import.separator')),
          })}
        </p>
      ) : null}
      {unknownScores.length > 0 ? (
        <p className="notice">{t('import.unknownScores', { list: unknownList(unknownScores, words) })}</p>
      ) : null}
      <p className="note import-facts">
        {t('import.document.facts', facts)}{' '}
        <a href={`${base}/import/${document.id}/original`}>{t('import.document.original')}</a>
      </p>
      {undoable > 0 && !barrier ? (
        <Form method="post" reloadDocument className="import-undo no-print">
          <input type="hidden" name="intent" value="undo" />
          <button type="submit" className="button">
            {t('import.undo.button')}
          </button>{' '}
          <span className="note">{t('import.undo.note', { count: undoable })}</span>
        </Form>
      ) : null}
      {barrier ? null : removal ? (
        <p className="note">{t(`import.remove.${removal}`)}</p>
      ) : (
        <Form method="post" reloadDocument className="import-undo no-print">
          <input type="hidden" name="intent" value="remove" />
          <button type="submit" className="link-button">
            {t('import.remove.button')}
          </button>{' '}
          <span className="note">{t('import.remove.note')}</span>
        </Form>
      )}
    </>
  );
}

function unknownList(scores: ReadingView['unknownScores'], { t, language }: Words): string {
  return scores
    .map(({ name, score }) => t('import.unknownScore', { name, score: formatScore(score, language) }))
    .join(t('import.separator'));
}
