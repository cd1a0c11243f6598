import { officeNames, type Words } from '#app/components/charts/words.ts';
import { formatPercent, formatScore } from '#app/domain/figure-text.ts';
import type { DetailRow, YearLoss } from '#app/domain/indicator-detail.ts';
import { compare, type Maybe } from '#app/domain/money.ts';
import type { OfficeName } from '#app/domain/office-year.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import type { IndicatorView } from '#app/usecases/district-indicator.server.ts';
import { reasonText } from './loss-text.ts';

/** What page and files need to put one indicator into words. */
export interface DetailText extends Words {
  view: IndicatorView;
}

/** How many lost points, how many points on average, and who most. */
export function detailSentence({ view, ...words }: DetailText): string {
  const { t, language } = words;
  const { loss, losing } = view.detail;
  const [worst] = losing;
  if (loss.stated === 0) return t('indicators.detail.absent');
  if (!worst) return t('indicators.detail.noneLost', { count: loss.stated });
  const offices = losing.filter((row) => compare(row.lost, worst.lost) === 0).map((row) => row.office);
  return t('indicators.detail.some', {
    count: loss.stated,
    losing: loss.losing,
    mean: formatScore(loss.mean, language),
    share: formatPercent(loss.share, language, 1),
    offices: officeNames(offices, words),
    lost: formatScore(worst.lost, language),
  });
}

function hasDoubt({ overclaim, statedMax, findings }: DetailRow): boolean {
  return overclaim !== undefined || statedMax !== undefined || findings.length > 0;
}

/** Which optional columns the year's figures fill. */
export function columnsShown({ losing, doubtful, clean }: IndicatorView['detail']) {
  const rows = [...losing, ...doubtful, ...clean];
  return {
    reviewed: rows.some((row) => row.reviewed !== undefined),
    computed: rows.some((row) => row.computed !== undefined),
    evidence: rows.some((row) => row.quote !== undefined) || doubtful.length > 0 || losing.some(hasDoubt),
  };
}

export function points(value: Maybe, { t, language }: Words): string {
  return formatScore(value, language) ?? t('common.state.notApplicable');
}

/** Claimed above what the rule gives, above the weight, or of another weight: each in words. */
export function doubts(row: DetailRow, { t, language }: Words): string[] {
  const above = compare(row.lost, '0') < 0 ? formatScore(row.lost.replace('-', ''), language) : undefined;
  const over = formatScore(row.overclaim, language);
  const max = row.statedMax === undefined ? undefined : Number(row.statedMax);
  return [
    over && t('indicators.detail.overclaim', { difference: over }),
    above && t('indicators.detail.aboveWeight', { difference: above }),
    max !== undefined && t('indicators.detail.statedMax', { weight: max }),
  ].filter((doubt): doubt is string => Boolean(doubt));
}

/** What a check found, with its two figures. */
export function findingText(finding: DetailRow['findings'][number], { t, language }: Words): string {
  const sentence = finding.sentence?.[language === 'en' ? 'en' : 'zh'] ?? finding.check;
  const figures = [
    finding.stated && t('indicators.detail.stated', { value: formatScore(finding.stated, language) }),
    finding.computed && t('indicators.detail.computed', { value: formatScore(finding.computed, language) }),
  ].filter(Boolean);
  return [sentence, ...figures].join(' ');
}

/** The office's reason, or those it gives at the nodes below. */
export function reasonsOf({ reason, parts }: DetailRow, words: Words): string[] {
  return reason === undefined ? parts.map((part) => ofPart(part.node, part.reason, words)) : [reason];
}

/** What the office will do about it, likewise. */
export function measuresOf({ measure, parts }: DetailRow, words: Words): string[] {
  if (measure !== undefined) return [measure];
  return parts.flatMap((part) => (part.measure ? [ofPart(part.node, part.measure, words)] : []));
}

function ofPart(node: { name: string; nameEn: string }, said: string, { t, language }: Words): string {
  return localName(language, node) + t('chart.colon') + said;
}

/** Marks beside the office's name. */
export function marksOf({ provisional, late }: DetailRow, { t }: Words): string {
  return [provisional && t('indicators.provisional'), late && t('indicators.late')]
    .filter(Boolean)
    .join(t('chart.list.comma'));
}

/** Offices without a score at the node, by reason in words. */
export function unstatedGroups({ view, ...words }: DetailText): { reason: string; offices: OfficeName[] }[] {
  const groups = new Map<string, OfficeName[]>();
  for (const { office, reason, status } of view.detail.unranked) {
    const text = reasonText(status, reason, view.mode, words);
    groups.set(text, [...(groups.get(text) ?? []), office]);
  }
  return [...groups].map(([reason, offices]) => ({ reason, offices }));
}

export function namesOf(offices: OfficeName[], { t, language }: Words): string {
  return offices.map((office) => localName(language, office)).join(t('chart.list.comma'));
}

/** How the share of the weight lost moved from the first year that has one to the year asked for. */
export function historySentence({ view, ...words }: DetailText): string {
  const { t, language } = words;
  const { history } = view.detail;
  const now = history.at(-1);
  const first = history.find((year) => year.share !== undefined);
  if (!now?.share || !first?.share || first === now) return t('indicators.history.alone');
  const order = compare(now.share, first.share);
  const said = {
    from: first.year,
    to: now.year,
    before: formatPercent(first.share, language, 1),
    now: formatPercent(now.share, language, 1),
  };
  if (order === 0) return t('indicators.history.same', said);
  return t(order > 0 ? 'indicators.history.more' : 'indicators.history.less', said);
}

/** Which years cannot be compared by points, and which lack the indicator. */
export function historyNotes({ view, t, language }: DetailText): string[] {
  const { history, node } = view.detail;
  const years = (list: YearLoss[]) => list.map(({ year }) => year).join(t('chart.list.comma'));
  const other = history.filter(({ otherWeight }) => otherWeight);
  const without = history.filter(({ weight }) => weight === undefined);
  return [
    t('indicators.history.rule'),
    other.length > 0 &&
      t('indicators.history.otherWeight', {
        years: years(other),
        weights: [...new Set(other.map(({ weight }) => Number(weight)))].join(t('chart.list.comma')),
        weight: Number(node.weight),
      }),
    without.length > 0 &&
      t('indicators.history.without', { years: years(without), name: localName(language, node) }),
  ].filter((note): note is string => Boolean(note));
}

/** How the figures came about, one sentence each. */
export function detailNotes({ view, t, language }: DetailText): string[] {
  const { detail, mode, header } = view;
  const rows = [...detail.losing, ...detail.doubtful, ...detail.clean];
  const reviewed = rows.filter(({ kind }) => kind === 'reviewed').length;
  return [
    t('indicators.rule.lost', { whole: localName(language, detail.node) }),
    t(`indicators.rule.${mode}`, { reviewed, self: rows.length - reviewed }),
    columnsShown(detail).computed && t('indicators.detail.computedRule'),
    ![detail.node, ...detail.children.map(({ node }) => node)].every(({ verified }) => verified) &&
      t('indicators.rule.unverified'),
    rows.some(({ provisional }) => provisional) && header.provisional && t('indicators.rule.provisional'),
  ].filter((note): note is string => Boolean(note));
}
