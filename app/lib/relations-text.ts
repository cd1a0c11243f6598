import type { Column } from '#app/domain/columns.ts';
import { fewestForCorrelation } from '#app/domain/correlation.ts';
import type { MoneyUnit } from '#app/domain/figure-text.ts';
import { formatPercent } from '#app/domain/figure-text.ts';
import type { OfficeName } from '#app/domain/office-year.ts';
import { type OutlierKind, outlierKinds } from '#app/domain/outliers.ts';
import type { Relation, RelationPoint } from '#app/domain/relations.ts';
import type { Decimal } from '#app/domain/submission.ts';
import type { RelationId, RelationsView } from '#app/usecases/district-relations.server.ts';
import { type CellContext, cellWords, figureText } from './cell-text.ts';
import type { Translate } from './i18n/instance.ts';
import { type Language, localName } from './i18n/languages.ts';
import { columnName, columnUnit } from './ranking-text.ts';

/** What the relations page needs to put itself into words. */
export interface RelationsText extends CellContext {
  t: Translate;
  view: RelationsView;
}

/** A relation as it is named in the catalogue; `free` is the reader's own. */
export type RelationName = RelationId | 'free';

export function relationsText(
  view: RelationsView,
  unit: MoneyUnit,
  t: Translate,
  language: Language,
): RelationsText {
  const words = cellWords(t, language);
  // Its figures are all measured: none is a movement or a peer group.
  return { t, view, language, unit, mode: 'counting', hasLastYear: false, groupNames: new Map(), words };
}

export function placeText({ t, view, language }: RelationsText): string {
  return t('relations.place', { district: localName(language, view.district), year: view.header.year });
}

export function namesOf(offices: OfficeName[], { t, language }: RelationsText): string {
  return offices.map((office) => localName(language, office)).join(t('relations.join'));
}

/** A column's name with its unit, for axes and heads. */
export function axisName(column: Column, text: RelationsText): string {
  const unit = columnUnit(column, text);
  const name = columnName(column, text);
  return unit === undefined ? name : text.t('ranking.withUnit', { name, unit });
}

/** A figure with its unit, as it stands in a sentence. */
export function figureWithUnit(value: Decimal, column: Column, text: RelationsText): string {
  if (column.kind === 'rate') return formatPercent(value, text.language) ?? '';
  if (column.kind === 'count') return value;
  return text.t(`ranking.value.${column.kind === 'money' ? 'money' : 'score'}`, {
    value: figureText(value, column, text),
    unit: text.t(`common.unit.${text.unit}`),
  });
}

/** How the two figures go together, and who stands out. */
export function relationTitle(name: RelationName, relation: Relation, text: RelationsText): string {
  const { t } = text;
  const title = correlationText(name, relation, text);
  const phrases = outlierGroups(name, relation, text)
    .filter(({ kind }) => kind === 'y_ahead' || kind === 'x_ahead')
    .map(({ phrase, points }) =>
      t('relations.outlier', {
        phrase,
        offices: namesOf(
          points.map(({ office }) => office),
          text,
        ),
      }),
    );
  if (phrases.length === 0) return title;
  return t('relations.withOutliers', { title, outliers: phrases.join(t('relations.semicolon')) });
}

function correlationText(name: RelationName, { x, y, correlation }: Relation, text: RelationsText): string {
  const { t } = text;
  const said = { x: columnName(x, text), y: columnName(y, text), fewest: fewestForCorrelation };
  if (correlation.kind !== 'found')
    return t(`relations.correlation.${correlation.kind}`, { ...said, n: correlation.n });
  const { strength, way } = correlation;
  const found =
    strength === 'none'
      ? t('relations.correlation.none', said)
      : t('relations.correlation.found', {
          ...said,
          strength: t(`relations.strength.${strength}`),
          way: t(`relations.way.${way}`),
        });
  if (name !== 'rate_score') return found;
  const answer =
    way === 'opposite' && (strength === 'strong' || strength === 'moderate') ? 'opposite' : strength;
  return t('relations.title', { answer: t(`relations.answer.${answer}`), found });
}

export interface OutlierGroup {
  kind: OutlierKind;
  phrase: string;
  points: RelationPoint[];
}

/** The offices that stand out, by how. */
export function outlierGroups(name: RelationName, relation: Relation, text: RelationsText): OutlierGroup[] {
  return outlierKinds.flatMap((kind) => {
    const points = relation.points.filter(({ outlier }) => outlier.includes(kind));
    return points.length > 0 ? [{ kind, phrase: outlierPhrase(kind, name, relation, text), points }] : [];
  });
}

export function outlierPhrase(
  kind: OutlierKind,
  name: RelationName,
  { x, y }: Pick<Relation, 'x' | 'y'>,
  text: RelationsText,
): string {
  const { t } = text;
  const names = { x: columnName(x, text), y: columnName(y, text) };
  if (kind === 'y_ahead' || kind === 'x_ahead') return t(`relations.${name}.${kind}`, names);
  const measure = kind.startsWith('y') ? names.y : names.x;
  return t(`relations.far.${kind.endsWith('high') ? 'high' : 'low'}`, { measure });
}

/** Who is not in the plot and why, on one line; undefined when everybody is. */
export function leftText(
  left: Relation['left'],
  { t, language }: RelationsText,
  missing: 'figure_missing' | 'not_both' = 'figure_missing',
): string | undefined {
  if (left.length === 0) return undefined;
  const list = left.map(({ office, reason }) =>
    t('relations.leftOne', {
      office: localName(language, office),
      reason: t(`relations.reason.${reason === 'figure_missing' ? missing : reason}`),
    }),
  );
  return t('relations.left', { list: list.join(t('relations.join')) });
}

/** A place, whole or halved by a tie. */
export function placeNumber(rank: number): string {
  return Number.isInteger(rank) ? String(rank) : rank.toFixed(1);
}
