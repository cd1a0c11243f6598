import { Link } from '@remix-run/react';
import { SourceLine } from '#app/components/frame/source-line.tsx';
import { FileLinks } from '#app/components/parts/file-links.tsx';
import { ScrollRegion } from '#app/components/parts/scroll-region.tsx';
import { TableHead } from '#app/components/parts/table-head.tsx';
import { formatPercent } from '#app/domain/figure-text.ts';
import type { FrameworkNode } from '#app/domain/framework.ts';
import { scoreModes } from '#app/domain/scoring.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import {
  type DetailText,
  detailNotes,
  detailSentence,
  namesOf,
  points,
  unstatedGroups,
} from './detail-text.ts';
import { HistoryBlock } from './history-block.tsx';
import type { IndicatorLinks } from './links.ts';
import { weightText } from './loss-text.ts';
import { LostOffices } from './lost-offices.tsx';
import { StripBlock } from './strip-block.tsx';
import { Switch } from './switch.tsx';

interface PageProps {
  text: DetailText;
  links: IndicatorLinks;
}

/** One indicator: how the offices are spread, who lost points and why, and the last years. */
export function IndicatorPage({ text, links }: PageProps) {
  const { t, view } = text;
  const { detail, header } = view;
  return (
    <article className="indicator-page">
      <Lede text={text} links={links} />
      <div className="indicator-charts">
        {detail.loss.stated > 0 ? (
          <section className="bulletin" aria-labelledby="strip">
            <h2 id="strip">
              <span className="bulletin-kicker">{t('indicators.detail.strip')}</span>
              {spreadText(text)}
            </h2>
            <StripBlock text={text} links={links} />
            <p className="bulletin-foot">{t('indicators.detail.stripLegend')}</p>
          </section>
        ) : null}
        <HistoryBlock text={text} />
      </div>
      <section className="bulletin" aria-labelledby="offices">
        <h2 id="offices">{t('indicators.detail.losing', { count: detail.losing.length })}</h2>
        {detail.losing.length + detail.doubtful.length > 0 ? <LostOffices text={text} links={links} /> : null}
        <Others text={text} />
        <div className="bulletin-foot">
          {detailNotes(text).map((note) => (
            <p key={note}>{note}</p>
          ))}
          <SourceLine source={t('chart.source', { count: detail.loss.stated })} asOf={header.asOf} />
        </div>
      </section>
      {detail.children.length > 0 ? <Children text={text} links={links} /> : null}
    </article>
  );
}

function Lede({ text, links }: PageProps) {
  const { t, view, language } = text;
  const { node, path, previous, next, losing } = view.detail;
  const worst = losing.slice(0, 5).map((row) => row.office);
  return (
    <header className="indicator-lede">
      <p className="indicator-path">
        <Link to={links.heatmap()}>{t('indicators.heading')}</Link>
        {path.map((above) => (
          <Link key={above.code} to={links.indicator(above.code)}>
            {localName(language, above)}
          </Link>
        ))}
        <span>
          {localName(language, node)} {weightText(node, text)}
        </span>
      </p>
      <h1>
        {localName(language, node)}
        {t('chart.colon')}
        {detailSentence(text)}
      </h1>
      <div className="loss-choices no-print">
        <Switch
          label={t('indicators.choose.score')}
          choices={scoreModes.map((mode) => ({
            to: links.indicator(node.code, mode),
            current: mode === view.mode,
            name: t(`indicators.mode.${mode}`),
          }))}
        />
        <FileLinks hrefOf={(format) => links.indicatorFile(node.code, format)} />
        <p className="switch">
          <Link to={links.ranking(node.code)}>{t('indicators.detail.ranking')}</Link>
          {worst.length > 1 ? (
            <Link to={links.compare(worst)}>{t('indicators.detail.compare', { count: worst.length })}</Link>
          ) : null}
        </p>
        <p className="switch">
          <Neighbour node={previous} name="previous" text={text} links={links} />
          <Neighbour node={next} name="next" text={text} links={links} />
        </p>
      </div>
    </header>
  );
}

interface NeighbourProps extends PageProps {
  node?: FrameworkNode;
  name: 'previous' | 'next';
}

function Neighbour({ node, name, text, links }: NeighbourProps) {
  if (!node) return null;
  return (
    <Link to={links.indicator(node.code)} rel={name === 'next' ? 'next' : 'prev'}>
      {text.t(`indicators.detail.${name}`, { name: localName(text.language, node) })}
    </Link>
  );
}

/** Highest, mean and lowest score, for the head of the strip. */
function spreadText(text: DetailText): string {
  const { t, view } = text;
  const { losing, doubtful, clean, node, loss } = view.detail;
  const full = doubtful.length + clean.length;
  const lowest = losing[0]?.score ?? node.weight;
  if (losing.length === 0) return t('indicators.detail.spreadFull', { count: loss.stated });
  return t(full === 0 ? 'indicators.detail.spreadNone' : 'indicators.detail.spread', {
    full,
    count: loss.stated,
    lowest: points(lowest, text),
    weight: Number(node.weight),
  });
}

/** Offices that need no row of their own: without a loss, folded away, and without a score, with the reason. */
function Others({ text }: { text: DetailText }) {
  const { t, view } = text;
  const { clean } = view.detail;
  const unstated = unstatedGroups(text);
  return (
    <>
      {clean.length > 0 ? (
        <details className="clean-offices">
          <summary>{t('indicators.detail.clean', { count: clean.length })}</summary>
          <p>
            {namesOf(
              clean.map((row) => row.office),
              text,
            )}
          </p>
        </details>
      ) : null}
      {unstated.length > 0 ? (
        <dl className="unranked">
          <dt>{t('indicators.detail.unstated')}</dt>
          {unstated.map(({ reason, offices }) => (
            <dd key={reason}>
              {namesOf(offices, text)}
              {t('chart.colon')}
              <strong>{reason}</strong>
            </dd>
          ))}
        </dl>
      ) : null}
    </>
  );
}

function Children({ text, links }: PageProps) {
  const { t, view, language } = text;
  const missing = t('common.state.notReported');
  return (
    <section className="bulletin" aria-labelledby="children">
      <h2 id="children">{t('indicators.children.title', { count: view.detail.children.length })}</h2>
      <ScrollRegion label={t('indicators.children.node')}>
        <table className="data-table">
          <TableHead
            columns={[
              [t('indicators.children.node')],
              [t('indicators.history.weight'), 'n'],
              [t('indicators.summary.mean'), 'n'],
              [t('indicators.summary.share'), 'n'],
              [t('indicators.summary.losing'), 'n'],
            ]}
          />
          <tbody>
            {view.detail.children.map(({ node, loss }) => (
              <tr key={node.code}>
                <th scope="row">
                  <Link to={links.indicator(node.code)}>{localName(language, node)}</Link>
                </th>
                <td className="n">{weightText(node, text)}</td>
                <td className="n">{loss.stated > 0 ? points(loss.mean, text) : missing}</td>
                <td className="n">{loss.stated > 0 ? formatPercent(loss.share, language, 1) : missing}</td>
                <td className="n">
                  {loss.stated > 0 ? t('indicators.of', { count: loss.losing, total: loss.stated }) : missing}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
