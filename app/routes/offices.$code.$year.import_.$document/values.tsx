import { useT } from '#app/lib/i18n/use-t.ts';
import { partName, valueText, type Words } from './words.ts';

/** Beyond this a text is folded, so that the next item stays in view. */
const longestShown = 120;

interface ValuesProps {
  fields: string[];
  values: Readonly<Record<string, string>>;
  words: Words;
}

/** The values of one item: a single one as it is, several by the names of their parts. */
export function Values({ fields, values, words }: ValuesProps) {
  const { t } = useT();
  if (fields.every((field) => !values[field]))
    return <span className="missing">{t('import.item.empty')}</span>;
  const [only] = fields;
  if (fields.length === 1 && only) return <Text text={valueText(only, values[only] ?? '', words)} />;
  return (
    <span className="parts">
      {fields.map((field) => (
        <span key={field} className="part">
          <span className="part-name">{partName(field, words)}</span>{' '}
          {values[field] ? (
            <Text text={valueText(field, values[field], words)} />
          ) : (
            <span className="missing">{t('import.item.empty')}</span>
          )}
        </span>
      ))}
    </span>
  );
}

/** A long text shows its beginning and, opened, the whole of it. */
function Text({ text }: { text: string }) {
  const { t } = useT();
  if (text.length <= longestShown) return <span className="long-text">{text}</span>;
  return (
    <details className="long">
      <summary>
        {text.slice(0, longestShown)}… <span className="link-like">{t('import.item.more')}</span>
      </summary>
      <span className="long-text">{text}</span>
    </details>
  );
}
