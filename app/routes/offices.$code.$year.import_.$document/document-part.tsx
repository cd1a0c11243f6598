import type { ShownLine, ShownRun } from '#app/domain/report-text/shown-document.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { itemAnchor, wordsAnchor } from './words.ts';

/** The document's text, the words of every value marked and numbered; a number leads back to its item. */
export function DocumentPart({ lines }: { lines: ShownLine[] }) {
  const { t } = useT();
  return (
    <div className="import-document">
      <h2>{t('import.document.title')}</h2>
      <p className="note">{t('import.document.note')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard */}
      <section className="document-text" tabIndex={0} aria-label={t('import.document.title')} lang="zh-CN">
        {lines.map(({ number, cells }) => (
          <p key={number} className={cells.length > 1 ? 'document-row' : undefined}>
            {cells.map((runs, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells have no name but their place
              <span key={index} className={cells.length > 1 ? 'document-cell' : undefined}>
                <Runs runs={runs} />
              </span>
            ))}
          </p>
        ))}
      </section>
    </div>
  );
}

function Runs({ runs }: { runs: ShownRun[] }) {
  const { t } = useT();
  return runs.map(({ text, starts, marked }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
    <span key={index}>
      {starts.map((key) => (
        <a
          key={key}
          id={wordsAnchor(key)}
          href={`#${itemAnchor(Number.parseInt(key, 10))}`}
          className="document-number"
          aria-label={t('import.document.toItem', { number: Number.parseInt(key, 10) })}
        >
          {Number.parseInt(key, 10)}
        </a>
      ))}
      {marked ? <mark>{text}</mark> : text}
    </span>
  ));
}
