import { useEffect, useRef, useState } from 'react';
import type { RankingRow } from '#app/domain/ranking-table.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import type { RankingText } from '#app/lib/ranking-text.ts';
import { comparePath } from './ranking-address.ts';

const formId = 'compare';
const fewest = 2;
const most = 5;

/** Ticks an office for comparison; belongs to the form in the bar, wherever it stands. */
export function pickBox({ office }: RankingRow, { t, language }: RankingText) {
  return (
    <input
      type="checkbox"
      form={formId}
      name="offices"
      value={office.code}
      className="pick no-print"
      aria-label={t('ranking.pick.office', { office: localName(language, office) })}
    />
  );
}

/** Leads the ticked offices to their comparison. Without scripts the comparison itself says what is too few or too many. */
export function ComparePicks({ text }: { text: RankingText }) {
  const { t, view } = text;
  const count = usePickCount(view.table);
  const possible = count === undefined || (count >= fewest && count <= most);
  return (
    <form id={formId} method="get" action={comparePath(view)} className="ranking-picks no-print">
      {view.unit === 'wan' ? null : <input type="hidden" name="unit" value={view.unit} />}
      <button type="submit" className="button" disabled={!possible}>
        {t('ranking.pick.submit')}
      </button>
      <span role="status">
        {count ? t('ranking.pick.count', { count }) : t('ranking.pick.hint', { fewest, most })}
      </span>
    </form>
  );
}

/**
 * How many are ticked, and no more than can be compared; undefined until scripts run. An office that moves to another part
 * of the table gets a new box, so what was ticked is remembered.
 */
function usePickCount(rows: unknown): number | undefined {
  const [count, setCount] = useState<number>();
  const ticked = useRef(new Set<string>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the boxes stand in the rows
  useEffect(() => {
    for (const box of pickBoxes()) box.checked ||= ticked.current.has(box.value);
    const recount = () => {
      const boxes = pickBoxes();
      ticked.current = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
      for (const box of boxes) box.disabled = !box.checked && ticked.current.size >= most;
      setCount(ticked.current.size);
    };
    recount();
    document.addEventListener('change', recount);
    return () => document.removeEventListener('change', recount);
  }, [rows]);
  return count;
}

function pickBoxes(): HTMLInputElement[] {
  const form = document.getElementById(formId);
  return form instanceof HTMLFormElement ? [...form.elements].filter(isBox) : [];
}

function isBox(element: Element): element is HTMLInputElement {
  return element instanceof HTMLInputElement && element.type === 'checkbox';
}
