import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Block } from '#app/components/charts/block.tsx';
import { DrawnFigure } from '#app/components/charts/drawn-figure.tsx';
import { isLog, type Scatter, type ScatterAxis, ScatterPlot } from '#app/components/charts/scatter-plot.tsx';
import type { Column } from '#app/domain/columns.ts';
import { toUnit } from '#app/domain/money.ts';
import type { Relation, RelationPoint } from '#app/domain/relations.ts';
import type { Decimal } from '#app/domain/submission.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { columnName } from '#app/lib/ranking-text.ts';
import {
  axisName,
  figureWithUnit,
  leftText,
  outlierGroups,
  outlierPhrase,
  placeText,
  type RelationName,
  type RelationsText,
  relationTitle,
} from '#app/lib/relations-text.ts';
import { officeHref } from './links.ts';
import { RelationTable } from './relation-table.tsx';

interface RelationBlockProps {
  name: RelationName;
  relation: Relation;
  text: RelationsText;
  /** Stands over the drawing: the choice of its axes. */
  children?: ReactNode;
}

/** Two figures of all offices: the answer, the plot with its table, who stands out, who is left out and why. */
export function RelationBlock({ name, relation, text, children }: RelationBlockProps) {
  const { t, view } = text;
  const { points } = relation;
  const title = relationTitle(name, relation, text);
  const kicker = t(`relations.${name}.kicker`);
  const scatter = scatterOf(name, relation, text);
  const notes = notesOf(relation, scatter, text);
  const unit = t('relations.unit', { x: axisName(relation.x, text), y: axisName(relation.y, text) });
  const picture = {
    kicker: t('chart.kicker', { place: placeText(text), measure: kicker }),
    title,
    offices: points.length,
    asOf: view.header.asOf,
    provisional: points.some((point) => point.provisional),
    notes,
    fileName: `${view.district.code}-${view.header.year}-${name.replace('_', '-')}`,
  };
  return (
    <Block
      id={name}
      kicker={kicker}
      title={title}
      offices={points.length}
      asOf={view.header.asOf}
      notes={notes}
    >
      {children}
      {points.length > 0 ? (
        <>
          <DrawnFigure picture={picture} unit={unit} drawing={<ScatterPlot scatter={scatter} />}>
            <RelationTable name={name} relation={relation} title={title} text={text} />
          </DrawnFigure>
          <Outliers name={name} relation={relation} text={text} />
        </>
      ) : null}
    </Block>
  );
}

/** Named with their figures, not just dotted. */
function Outliers({ name, relation, text }: RelationBlockProps) {
  const { t, view, language } = text;
  const groups = outlierGroups(name, relation, text);
  return (
    <dl className="relations-outliers">
      <dt>{t('relations.listed')}</dt>
      {groups.length === 0 ? <dd>{t('relations.nobody')}</dd> : null}
      {groups.map(({ kind, phrase, points }) => (
        <dd key={kind}>
          <strong>{phrase}</strong>
          {t('chart.colon')}
          {points.map(({ office, x, y }, index) => (
            <span key={office.id}>
              {index > 0 ? t('relations.join') : null}
              <Link to={officeHref(office, text)}>
                {t('relations.figures', {
                  office: localName(language, office),
                  x: figureWithUnit(x, relation.x, text),
                  y: figureWithUnit(y, relation.y, text),
                })}
              </Link>
            </span>
          ))}
        </dd>
      ))}
      {relation.left.length > 0 ? (
        <dd className="missing">{leftText(relation.left, { ...text, view })}</dd>
      ) : null}
    </dl>
  );
}

function scatterOf(name: RelationName, relation: Relation, text: RelationsText): Scatter {
  const { t } = text;
  const corner = (part: 'both_high' | 'both_low') => t(`relations.${name}.${part}`);
  const ahead = (kind: 'y_ahead' | 'x_ahead') => outlierPhrase(kind, name, relation, text);
  return {
    marks: relation.points.map((point) => markOf(point, relation, text)),
    x: axisOf(relation.x, relation.medianX, text),
    y: axisOf(relation.y, relation.medianY, text),
    quarters: [ahead('y_ahead'), corner('both_high'), ahead('x_ahead'), corner('both_low')],
  };
}

function markOf(
  { office, x, y, provisional, outlier }: RelationPoint,
  relation: Relation,
  text: RelationsText,
) {
  const { t, language } = text;
  const named = (value: Decimal, column: Column) =>
    t('relations.named', { measure: columnName(column, text), value: figureWithUnit(value, column, text) });
  const said = {
    office: localName(language, office),
    x: named(x, relation.x),
    y: named(y, relation.y),
  };
  return {
    id: office.id,
    name: said.office,
    href: officeHref(office, text),
    label: t(provisional ? 'relations.markProvisional' : 'relations.mark', said),
    x: drawn(x, relation.x, text),
    y: drawn(y, relation.y, text),
    provisional,
    named: outlier.length > 0,
  };
}

function axisOf(column: Column, median: Decimal | undefined, text: RelationsText): ScatterAxis {
  const { t, language } = text;
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
  return {
    title: axisName(column, text),
    mayBeLog: column.kind === 'money',
    median:
      median === undefined
        ? undefined
        : {
            value: drawn(median, column, text),
            text: t('relations.median', { value: figureWithUnit(median, column, text) }),
          },
    show: (value) => format.format(value),
  };
}

/** For drawing only; money in the unit shown. */
function drawn(value: Decimal, { kind }: Column, { unit }: RelationsText): number {
  return Number(kind === 'money' ? toUnit(value, unit) : value);
}

function notesOf({ correlation, points, x, y }: Relation, { marks, ...axes }: Scatter, text: RelationsText) {
  const { t } = text;
  const wide = [
    isLog(
      axes.x,
      marks.map((mark) => mark.x),
    ) && columnName(x, text),
    isLog(
      axes.y,
      marks.map((mark) => mark.y),
    ) && columnName(y, text),
  ].filter((name) => name !== false);
  const notes = [
    correlation.kind === 'found' &&
      t('relations.rule.correlation', { rho: correlation.rho.toFixed(2), n: correlation.n }),
    t('relations.rule.outliers'),
    t('relations.rule.target'),
    t('relations.rule.lines'),
    wide.length > 0 && t('relations.rule.log', { axes: wide.join(t('relations.join')) }),
    (x.kind === 'score' || y.kind === 'score') && t('relations.rule.counting'),
    points.some(({ provisional }) => provisional) && t('chart.provisional'),
  ];
  return points.length === 0 ? [] : notes.filter((note) => note !== false);
}
