import { fieldName } from '#app/components/form/field-name.ts';
import { formatAmount, formatPercent, type MoneyUnit } from '#app/domain/figure-text.ts';
import { fieldKind, figureIn } from '#app/domain/form/field-kind.ts';
import { fieldPlace } from '#app/domain/form/fields.ts';
import { type Framework, nodeByCode } from '#app/domain/framework.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';
import { type Language, localName } from '#app/lib/i18n/languages.ts';
import { wordsOf } from '#app/lib/template-cells.ts';
import type { ItemView } from '#app/usecases/view-import.server.ts';

export interface Words {
  t: Translate;
  language: Language;
  framework: Framework;
  unit: MoneyUnit;
}

/** An item by the name it has in the form: a field, an indicator, a row of a list with the report's own number. */
export function itemName(id: string, words: Words): string {
  const { t, language, framework } = words;
  const place = fieldPlace(id);
  const [list = '', row] = id.split('.');
  if (list === 'scores') {
    const node = nodeByCode(framework, id.slice('scores.'.length));
    return node ? localName(language, node) : t('domain.score.total');
  }
  if (place) return fieldName(id, words);
  return t('form.name.row', { list: t(`form.list.${list}` as never), row });
}

/** The fields of an item, each with a name where there are several. */
export function fieldsOf({ choices }: Pick<ItemView, 'choices'>): string[] {
  return [...new Set(choices.flatMap(({ fields }) => Object.keys(fields)))];
}

/** A text of the form as a reader reads it: amounts in the unit of the page, rates with their sign. */
export function valueText(field: string, text: string, words: Words): string {
  const { t, language, unit } = words;
  const kind = fieldKind(field);
  const figure = kind === 'amount' || kind === 'rate' ? figureIn(field, text) : undefined;
  if (figure === undefined) return wordsOf(field, text, words);
  if (kind === 'rate') return formatPercent(figure, language) ?? text;
  return `${formatAmount(figure, unit, language)} ${t(`common.unit.${unit}`)}`;
}

/** What one part of a row or a score is called beside its item's name. */
export function partName(field: string, { t }: Words): string {
  const place = fieldPlace(field);
  if (place?.kind === 'score') return t(`form.score.${place.part}`);
  if (place?.kind === 'row') return t(`form.part.${place.list}.${place.part}` as never);
  return '';
}

export const itemAnchor = (number: number) => `item-${number}`;
export const wordsAnchor = (key: string) => `words-${key}`;
export const sectionAnchor = (id: string) => `section-${id}`;
