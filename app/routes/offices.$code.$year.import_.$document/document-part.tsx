import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
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
      <ScrollRegion label={t('import.document.title')} className="document-text">
        {lines.map(({ number, cells }) => (
          <p key={number} className={cells.length > 1 ? 'document-row' : undefined} lang="zh-CN">
            {cells.map((runs) => (
              <span key={runs[0]?.at} className={cells.length > 1 ? 'document-cell' : undefined}>
                <Runs runs={runs} />
              </span>
            ))}
          </p>
        ))}
      </ScrollRegion>
    </div>
  );
}

function Runs({ runs }: { runs: ShownRun[] }) {
  const { t } = useT();
  return runs.map(({ at, text, starts, marked }) => (
    <span key={at}>
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
