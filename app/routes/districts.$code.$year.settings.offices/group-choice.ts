import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { OfficesView } from '#app/usecases/view-offices.server.ts';
import type { Control } from './directory-form.tsx';

/** Every peer group of the district, and none. */
export function useGroupChoice({ groups }: OfficesView): Control {
  const { t, language } = useT();
  return {
    field: 'group',
    hint: t('accounts.hint.group'),
    options: [
      { value: '', label: t('accounts.group.none') },
      ...groups.map((group) => ({ value: String(group.position), label: localName(language, group) })),
    ],
  };
}
