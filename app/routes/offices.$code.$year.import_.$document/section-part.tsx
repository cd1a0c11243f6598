import { fieldName } from '#app/components/form/field-name.ts';
import type { RowList } from '#app/domain/form/fields.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { SectionView } from '#app/usecases/view-import.server.ts';
import type { ReadingAnswer } from './answer.ts';
import { ItemPart } from './item-part.tsx';
import { sectionAnchor, type Words } from './words.ts';

interface SectionPartProps {
  section: SectionView;
  words: Words;
  mayAccept: boolean;
  answer?: ReadingAnswer;
}

/** One section of the form: what was read for it, what is missing, and a button that takes all of it. */
export function SectionPart({ section: { id, items, missing }, words, mayAccept, answer }: SectionPartProps) {
  const { t } = useT();
  const isOpen = items.some(({ state }) => state !== 'same');
  return (
    <section className="block" id={sectionAnchor(id)}>
      <h2>{t(`form.section.${id}`)}</h2>
      {items.length === 0 ? <p className="note">{t('import.sectionNone')}</p> : null}
      <Missing missing={missing} words={words} />
      <ol className="import-items">
        {items.map((item) => (
          <ItemPart
            key={item.id}
            item={item}
            words={words}
            mayAccept={mayAccept}
            ticked={answer?.ticked.includes(item.id) ?? false}
            pick={answer?.picks[item.id]}
            conflict={answer?.conflicts.find((one) => one.id === item.id)}
          />
        ))}
      </ol>
      {mayAccept && isOpen ? (
        <p className="import-accept no-print">
          <button type="submit" name="take" value={`section:${id}`} className="button">
            {t('import.accept.section')}
            <span className="sr-only">{t(`form.section.${id}`)}</span>
          </button>
        </p>
      ) : null}
    </section>
  );
}

/** Beyond this the names are folded. */
const mostNamed = 8;

function Missing({ missing, words }: { missing: string[][]; words: Words }) {
  const { t } = useT();
  if (missing.length === 0) return null;
  const names = missing.map((group) => nameOf(group[0] ?? '', words)).join(t('import.separator'));
  const text = t('import.missing', { names });
  if (missing.length <= mostNamed) return <p className="import-missing">{text}</p>;
  return (
    <details className="import-missing">
      <summary>{t('import.missingMore', { count: missing.length })}</summary>
      {text}
    </details>
  );
}

/** A list is wanted as a whole. */
function nameOf(field: string, words: Words): string {
  const lists: readonly RowList[] = ['outcomes', 'projects', 'problems', 'measures', 'followups'];
  const list = lists.find((one) => one === field);
  if (list) return words.t(`form.list.${list}`);
  if (field.startsWith('scores.')) return fieldName(field, words).split('·')[0] ?? field;
  return fieldName(field, words);
}
