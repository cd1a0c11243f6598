import { Link } from '@remix-run/react';
import { Block } from '#app/components/charts/block.tsx';
import { Star } from '#app/components/charts/star.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatScore } from '#app/domain/figure-text.ts';
import { signedPoints } from '#app/lib/change-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import type { RelationsText } from '#app/lib/relations-text.ts';
import { officeHref } from './links.ts';

/** Scores that offices claim above what their own figures give. */
export function ComputedBlock({ text }: { text: RelationsText }) {
  const { t, view, language } = text;
  const gaps = view.aboveComputed;
  const provisional = gaps.some((gap) => gap.provisional);
  return (
    <Block
      id="computed"
      kicker={t('relations.computed.kicker')}
      title={computedTitle(text)}
      offices={new Set(gaps.map(({ office }) => office.id)).size}
      asOf={view.header.asOf}
      notes={[t('relations.computed.rule'), provisional ? t('chart.provisional') : undefined]}
    >
      {gaps.length > 0 ? (
        <div className="data-scroll">
          <table className="data-table relations-computed">
            <caption className="sr-only">{t('relations.computed.caption')}</caption>
            <TableHead
              columns={[
                [t('relations.office')],
                [t('relations.computed.node')],
                [t('relations.computed.self'), 'n'],
                [t('relations.computed.computed'), 'n'],
                [t('relations.computed.gap'), 'n'],
              ]}
            />
            <tbody>
              {gaps.map((gap) => (
                <tr key={gap.office.id + gap.node.code}>
                  <th scope="row">
                    <Link to={officeHref(gap.office, text)}>{localName(language, gap.office)}</Link>
                    <Star provisional={gap.provisional} />
                  </th>
                  <td>{localName(language, gap.node)}</td>
                  <td className="n">{formatScore(gap.self, language)}</td>
                  <td className="n">{formatScore(gap.computed, language)}</td>
                  <td className="n">{signedPoints(gap.gap, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </Block>
  );
}

function computedTitle({ t, view, language }: RelationsText): string {
  const [most] = view.aboveComputed;
  if (!most) return t('relations.computed.none');
  return t('relations.computed.title', {
    offices: new Set(view.aboveComputed.map(({ office }) => office.id)).size,
    count: view.aboveComputed.length,
    gap: formatScore(most.gap, language),
    office: localName(language, most.office),
    node: localName(language, most.node),
  });
}
