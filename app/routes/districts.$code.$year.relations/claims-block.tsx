import { Link } from '@remix-run/react';
import { Block } from '#app/components/charts/block.tsx';
import { DrawnFigure } from '#app/components/charts/drawn-figure.tsx';
import { type Scatter, ScatterPlot } from '#app/components/charts/scatter-plot.tsx';
import { Star } from '#app/components/charts/star.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatScore } from '#app/domain/figure-text.ts';
import { compare } from '#app/domain/money.ts';
import type { ClaimGap, Claims } from '#app/domain/relations.ts';
import { signedPoints } from '#app/lib/change-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { leftText, namesOf, placeText, type RelationsText } from '#app/lib/relations-text.ts';
import { officeHref } from './links.ts';

const namedAtMost = 5;

/** Total scores claimed and reviewed: who overstates and by how much. */
export function ClaimsBlock({ text }: { text: RelationsText }) {
  const { t, view } = text;
  const { claims, header } = view;
  const title = claimsTitle(claims, text);
  const kicker = t('relations.claims.kicker');
  const notes =
    claims.gaps.length === 0
      ? []
      : [
          meanText(claims, text),
          t('relations.claims.diagonal'),
          t('relations.claims.rule'),
          claims.gaps.some(({ provisional }) => provisional) ? t('chart.provisional') : undefined,
        ];
  const points = t('domain.unit.points');
  const picture = {
    kicker: t('chart.kicker', { place: placeText(text), measure: kicker }),
    title,
    offices: claims.gaps.length,
    asOf: header.asOf,
    provisional: claims.gaps.some((gap) => gap.provisional),
    notes,
    fileName: `${view.district.code}-${header.year}-claimed-reviewed`,
  };
  return (
    <Block
      id="claims"
      kicker={kicker}
      title={title}
      offices={claims.gaps.length}
      asOf={header.asOf}
      notes={notes}
    >
      {claims.gaps.length > 0 ? (
        <>
          <DrawnFigure
            picture={picture}
            unit={t('chart.unit', { unit: points })}
            drawing={<ScatterPlot scatter={scatterOf(claims, text)} />}
          >
            <ClaimsTable title={title} text={text} />
          </DrawnFigure>
          <Overstating text={text} />
        </>
      ) : null}
    </Block>
  );
}

function Overstating({ text }: { text: RelationsText }) {
  const { t, view, language } = text;
  const over = view.claims.gaps.filter(({ gap }) => compare(gap, '0') > 0);
  return (
    <dl className="relations-outliers">
      {over.length > 0 ? <dt>{t('relations.claims.listed')}</dt> : null}
      {over.map(({ office, gap, self, reviewed }) => (
        <dd key={office.id}>
          <Link to={officeHref(office, text)}>
            {t('relations.claims.one', {
              office: localName(language, office),
              gap: formatScore(gap, language),
              self: formatScore(self, language),
              reviewed: formatScore(reviewed, language),
            })}
          </Link>
        </dd>
      ))}
      {view.claims.left.length > 0 ? (
        <dd className="missing">{leftText(view.claims.left, text, 'not_both')}</dd>
      ) : null}
    </dl>
  );
}

function ClaimsTable({ title, text }: { title: string; text: RelationsText }) {
  const { t, view, language } = text;
  return (
    <table className="data-table">
      <caption className="sr-only">{title}</caption>
      <TableHead
        columns={[
          [t('relations.office')],
          [t('relations.claims.self'), 'n'],
          [t('relations.claims.reviewed'), 'n'],
          [t('relations.claims.gap'), 'n'],
          [t('relations.note')],
        ]}
      />
      <tbody>
        {view.claims.gaps.map(({ office, self, reviewed, gap, provisional, far }) => (
          <tr key={office.id} data-marked={far ? true : undefined}>
            <th scope="row">
              <Link to={officeHref(office, text)}>{localName(language, office)}</Link>
              <Star provisional={provisional} />
            </th>
            <td className="n">{formatScore(self, language)}</td>
            <td className="n">{formatScore(reviewed, language)}</td>
            <td className="n">{signedPoints(gap, language)}</td>
            <td>{far ? t('relations.claims.far') : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The few largest overstatements are named in the drawing. */
function scatterOf({ gaps }: Claims, text: RelationsText): Scatter {
  const { t, language } = text;
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const named = (measure: string, value: string) =>
    t('relations.named', { measure, value: formatScore(value, language) });
  const mark = ({ office, self, reviewed, gap, provisional, far }: ClaimGap, index: number) => {
    const said = {
      office: localName(language, office),
      x: named(t('relations.claims.self'), self),
      y: named(t('relations.claims.reviewed'), reviewed),
    };
    return {
      id: office.id,
      name: said.office,
      href: officeHref(office, text),
      label: t(provisional ? 'relations.markProvisional' : 'relations.mark', said),
      x: Number(self),
      y: Number(reviewed),
      provisional,
      named: far !== undefined || (index < namedAtMost && compare(gap, '0') > 0),
    };
  };
  const axis = (title: string) => ({
    title: t('ranking.withUnit', { name: title, unit: t('domain.unit.points') }),
    show: (value: number) => format.format(value),
  });
  return {
    marks: gaps.map(mark),
    x: axis(t('relations.claims.self')),
    y: axis(t('relations.claims.reviewed')),
    diagonal: true,
  };
}

function claimsTitle({ gaps, over, same }: Claims, text: RelationsText): string {
  const { t, language } = text;
  const [most] = gaps;
  if (!most) return t('relations.claims.none');
  if (same === gaps.length) return t('relations.claims.allSame', { n: gaps.length });
  if (over === 0) return t('relations.claims.noneOver', { n: gaps.length });
  const offices = gaps.filter(({ gap }) => compare(gap, most.gap) === 0).map(({ office }) => office);
  return t('relations.claims.over', {
    n: gaps.length,
    over,
    offices: namesOf(offices, text),
    gap: formatScore(most.gap, language),
  });
}

function meanText({ mean, median, over, under, same }: Claims, { t, language }: RelationsText): string {
  return t('relations.claims.mean', {
    mean: signedPoints(mean, language),
    median: signedPoints(median, language),
    over,
    under,
    same,
  });
}
