import { fieldPlace } from '#app/domain/form/fields.ts';
import { type Framework, nodeByCode } from '#app/domain/framework.ts';
import type { MoneyItem, RateItem } from '#app/domain/submission.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';
import { type Language, localName } from '#app/lib/i18n/languages.ts';

interface Words {
  t: Translate;
  language: Language;
  framework: Framework;
}

/** A field of the form by the name it has on the page; needs the words of `form`. A field it does not know keeps its key. */
export function fieldName(field: string, { t, language, framework }: Words): string {
  const place = fieldPlace(field);
  switch (place?.kind) {
    case 'plain':
      return t(`form.field.${place.field}`);
    case 'amount':
      return t(`domain.money.${place.item as MoneyItem}`);
    case 'rate':
      return t(`domain.rate.${place.item as RateItem}`);
    case 'month':
      return t('form.months.month', { month: place.month });
    case 'score': {
      const node = nodeByCode(framework, place.node);
      const name = node ? localName(language, node) : t('domain.score.total');
      return t('form.name.part', { name, part: t(`form.score.${place.part}`) });
    }
    case 'row': {
      const name = t('form.name.row', { list: t(`form.list.${place.list}`), row: place.row });
      return t('form.name.part', { name, part: t(`form.part.${place.list}.${place.part}` as never) });
    }
    case 'answer':
      return t('form.answer.label');
    default:
      return field;
  }
}
