import { Link } from '@remix-run/react';
import { EmptyState } from '#app/components/frame/empty-state.tsx';
import { SourceLine } from '#app/components/frame/source-line.tsx';
import { FileLinks } from '#app/components/parts/file-links.tsx';
import { columnOrders, type IndicatorSearch } from '#app/domain/indicator-search.ts';
import { scoreModes } from '#app/domain/scoring.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import type { IndicatorLinks } from './links.ts';
import { LossTable } from './loss-table.tsx';
import { type LossText, lossNotes, lossSentence, orderText } from './loss-text.ts';
import { ShadeLegend } from './shade-legend.tsx';
import { Switch } from './switch.tsx';

interface PageProps {
  text: LossText;
  links: IndicatorLinks;
}

/** Lost points, offices × indicators: the sentence, what the reader can change, the table, the notes. */
export function IndicatorsPage({ text, links }: PageProps) {
  const { t, view, language } = text;
  const { table, header, district } = view;
  const compared = table.whole.stated > 0 || table.columns.some(({ stated }) => stated > 0);
  return (
    <article className="loss-page">
      <header>
        <p className="loss-place">
          {t('indicators.place', { district: localName(language, district), year: header.year })}
        </p>
        <h1>{lossSentence(text)}</h1>
        {table.most ? (
          <p className="no-print">
            <Link to={links.indicator(table.most.column.node.code)}>
              {t('indicators.see', { node: localName(language, table.most.column.node) })}
            </Link>
          </p>
        ) : null}
      </header>
      <Choices text={text} links={links} />
      {compared || table.unranked.length > 0 ? (
        <>
          <div className="loss-bar">
            <p role="status">
              {t('indicators.shown', { columns: table.columns.length, count: table.ranked.length })}
              {orderText(text)}
            </p>
            <ShadeLegend />
          </div>
          <LossTable text={text} links={links} />
        </>
      ) : (
        <EmptyState title={t('indicators.empty')} />
      )}
      <footer className="loss-notes">
        {lossNotes(text).map((note) => (
          <p key={note}>{note}</p>
        ))}
        <SourceLine source={t('chart.source', { count: table.whole.stated })} asOf={header.asOf} />
      </footer>
    </article>
  );
}

/** Everything is a link: the answer is an address, and it works without scripts. */
function Choices({ text, links }: PageProps) {
  const { t, view, language } = text;
  const { search } = view;
  const choice = (changes: Partial<IndicatorSearch>, current: boolean, name: string) => ({
    to: links.heatmap(changes),
    current,
    name,
  });
  return (
    <div className="loss-choices no-print">
      {view.hasThirdLevel ? (
        <Switch
          label={t('indicators.choose.level')}
          choices={([2, 3] as const).map((level) =>
            choice(
              { level },
              search.level === level,
              t(level === 2 ? 'indicators.level.categories' : 'indicators.level.indicators'),
            ),
          )}
        />
      ) : null}
      <Switch
        label={t('indicators.choose.dimension')}
        choices={[
          choice({ dimension: undefined }, search.dimension === undefined, t('indicators.all')),
          ...view.dimensions.map((node) =>
            choice({ dimension: node.code }, search.dimension === node.code, localName(language, node)),
          ),
        ]}
      />
      <Switch
        label={t('indicators.choose.columns')}
        choices={[false, true].map((lossesOnly) =>
          choice(
            { lossesOnly },
            search.lossesOnly === lossesOnly,
            t(lossesOnly ? 'indicators.withLosses' : 'indicators.all'),
          ),
        )}
      />
      <Switch
        label={t('indicators.choose.order')}
        choices={columnOrders.map((order) =>
          choice({ order }, search.order === order, t(`indicators.columnOrder.${order}`)),
        )}
      />
      <Switch
        label={t('indicators.choose.score')}
        choices={scoreModes.map((mode) =>
          choice({ mode }, search.mode === mode, t(`indicators.mode.${mode}`)),
        )}
      />
      <FileLinks hrefOf={links.heatmapFile} />
    </div>
  );
}
