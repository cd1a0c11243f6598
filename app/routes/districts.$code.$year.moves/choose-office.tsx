import { useSearchParams } from '@remix-run/react';
import { byName } from '#app/domain/ranking-order.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { MovesView } from '#app/usecases/office-movement.server.ts';

/** Another office, as a GET form; the other choices in the address are carried along. */
export function ChooseOffice({ view: { rows, search } }: { view: MovesView }) {
  const { t, language } = useT();
  const [params] = useSearchParams();
  const kept = ['by', 'sort', 'unit'].flatMap((name) => {
    const value = params.get(name);
    return value === null ? [] : [{ name, value }];
  });
  const offices = rows.map(({ office }) => office).sort(byName);
  return (
    <form method="get" className="moves-choose">
      {kept.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label>
        {t('moves.choose.label')}
        <select key={search.office ?? ''} name="office" defaultValue={search.office ?? ''}>
          <option value="">{t('moves.choose.all')}</option>
          {offices.map((office) => (
            <option key={office.id} value={office.code}>
              {localName(language, office)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button">
        {t('moves.choose.submit')}
      </button>
    </form>
  );
}
