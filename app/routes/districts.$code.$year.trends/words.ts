import { officeNames, type Words } from '#app/components/charts/words.ts';
import { breaksSeries } from '#app/domain/boundary-change.ts';
import { formatPercent, formatScore } from '#app/domain/figure-text.ts';
import { compare, type Maybe } from '#app/domain/money.ts';
import {
  isBehind,
  longestBehind,
  type MonthlyProgress,
  type MonthStanding,
} from '#app/domain/monthly-progress.ts';
import type { OfficeName } from '#app/domain/office-year.ts';
import type { Decimal } from '#app/domain/submission.ts';
import type { OfficeLine, OfficePoint } from '#app/domain/trends.ts';
import type { TrendMeasure } from '#app/domain/trends-search.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import type { TrendsView } from '#app/usecases/district-trends.server.ts';

/** The district's rate at both ends of the years, each with its number of offices, and like for like on last year. */
export function districtTitle({ points }: TrendsView, words: Words): string {
  const { t, language } = words;
  const rated = points.filter(({ rate }) => rate !== undefined);
  const [first, last] = [rated[0], points.at(-1)];
  if (!last) return '';
  if (!first?.rate || !last.rate) return t('trends.district.none', { last: last.year });
  const said = {
    first: first.year,
    last: last.year,
    before: formatPercent(first.rate.value, language),
    now: formatPercent(last.rate.value, language),
    offices: first.rate.offices,
    officesNow: last.rate.offices,
  };
  if (first === last) return t('trends.district.one', said);
  const { change } = last.rate;
  const previous = points.at(-2)?.year;
  const like =
    change &&
    t('trends.district.like', {
      count: change.offices,
      last: last.year,
      previous,
      change: pointsText(change.points, words),
    });
  return t('trends.district.title', said) + (like ?? '');
}

/** Who rose and fell most since the year before, and what keeps that from being a plain comparison. */
export function ranksTitle(view: TrendsView, words: Words): string {
  const { t } = words;
  const { lines, header, newFrameworks, search } = view;
  const moved = lines.filter(({ movement }) => movement !== undefined);
  if (moved.length === 0) return t('trends.ranks.incomparable');
  const [up, down] = [1, -1].map((way) => furthest(moved, way));
  const named = [...(up ?? []), ...(down ?? [])];
  const moves = [mostText('up', up ?? [], words), mostText('down', down ?? [], words)].filter(
    (part) => part !== undefined,
  );
  const bent = named.filter(({ boundary }) =>
    boundary.some((change) => change.year === header.year && breaksSeries(change)),
  ).length;
  const caveats = [
    ...(search.by === 'total_score' && newFrameworks.includes(header.year)
      ? [t('trends.ranks.caveatFramework')]
      : []),
    ...(bent > 0 ? [t('trends.ranks.caveatBoundary', { count: bent })] : []),
  ];
  const title = t('trends.ranks.title', {
    year: header.year,
    previous: header.year - 1,
    moves: moves.join(t('trends.ranks.join')) || t('trends.ranks.unmoved'),
  });
  if (caveats.length === 0) return title;
  return title + t('trends.ranks.caveat', { reason: caveats.join(t('chart.list.comma')) });
}

/** How many offices went up and down since the year before; values across a break are left out and said so. */
export function panelsTitle({ panels, header }: TrendsView, { t }: Words): string {
  const pairs = panels.lines.flatMap(({ points }) => {
    const [before, now] = [points.at(-2), points.at(-1)];
    if (before?.value === undefined || now?.value === undefined || before.year !== now.year - 1) return [];
    return [{ way: compare(now.value, before.value), broken: now.broken }];
  });
  const compared = pairs.filter(({ broken }) => !broken);
  const excluded = pairs.length - compared.length;
  const count = (way: number) => compared.filter((pair) => pair.way === way).length;
  const left = excluded > 0 ? t('trends.panels.excluded', { count: excluded }) : '';
  if (compared.length === 0) return t('trends.panels.incomparable') + left;
  return (
    t('trends.panels.title', {
      year: header.year,
      previous: header.year - 1,
      count: compared.length,
      up: count(1),
      down: count(-1),
      same: count(0),
    }) + left
  );
}

/** How many are behind the calendar in their latest month, and who was for longest. */
export function monthsTitle({ months, header }: TrendsView, words: Words): string {
  const { t } = words;
  const notified = months.filter(({ latest }) => latest !== undefined);
  if (notified.length === 0) return t('trends.months.none', { year: header.year });
  const longest = longestBehind(notified);
  return t('trends.months.title', {
    total: notified.length,
    behind: notified.filter(({ latest }) => latest && isBehind(latest)).length,
    longest: longest.length === 0 ? t('trends.months.nobody') : longestText(longest, words),
  });
}

/** Where many share the longest run, how many they are and who is furthest behind now. */
function longestText(longest: MonthlyProgress[], words: Words): string {
  const { t, language } = words;
  const offices = longest.map(({ office }) => office);
  const count = longest[0]?.longestRun;
  const [furthest] = longest;
  if (longest.length <= 3 || !furthest?.latest)
    return t('trends.months.longest', { offices: officeNames(offices, words), count });
  return t('trends.months.longestMany', {
    offices: offices.length,
    count,
    office: localName(language, furthest.office),
    month: furthest.latest.month,
    gap: gapText(furthest.latest, words),
  });
}

/** What the reader must know about the years: a changed framework, where the measure depends on it, and boundaries. */
export function breakNotes(
  { newFrameworks, boundaries, lines }: TrendsView,
  words: Words,
  measure: TrendMeasure,
): string[] {
  const { t, language } = words;
  const names = new Map(lines.map(({ office }) => [office.id, office]));
  const frameworks =
    measure === 'total_score' && newFrameworks.length > 0
      ? [t('trends.framework.remark', { years: newFrameworks.join(t('chart.list.comma')) })]
      : [];
  const changes = boundaries.flatMap((change) => {
    const office = names.get(change.officeId);
    if (!office) return [];
    const key = breaksSeries(change) ? 'trends.boundary.remark' : 'trends.boundary.renamedRemark';
    return [
      t(key, {
        office: localName(language, office),
        year: change.year,
        kind: t(`trends.boundary.${change.kind}`),
        note: language === 'en' ? change.noteEn : change.note,
      }),
    ];
  });
  return [...frameworks, ...changes];
}

export function valueText(
  measure: TrendMeasure,
  value: Maybe,
  language: Words['language'],
): string | undefined {
  return measure === 'execution_rate' ? formatPercent(value, language) : formatScore(value, language);
}

/** Why an office has no figure in a year, in a word. */
export function absenceText({ reason }: OfficePoint, { t }: Words): string {
  return t(reason ? `trends.reason.${reason}` : 'trends.ranks.unranked');
}

/** “落后3.20”, “超前0.50”, “持平”. */
export function gapText({ gap }: MonthStanding, { t, language }: Words): string {
  const value = formatScore(gap.replace('-', ''), language);
  const way = compare(gap, '0');
  return t(way < 0 ? 'trends.months.late' : way > 0 ? 'trends.months.ahead' : 'trends.months.even', {
    value,
  });
}

/** “下降2.15个百分点”. */
function pointsText(points: Decimal, { t, language }: Words): string {
  const way = compare(points, '0');
  return t(way < 0 ? 'trends.district.down' : way > 0 ? 'trends.district.up' : 'trends.district.same', {
    points: formatScore(points.replace('-', ''), language),
  });
}

/** The boundary change of an office that takes effect in a year, in a word. */
export function boundaryIn({ boundary }: OfficeLine, year: number, { t }: Words): string | undefined {
  const change = boundary.find((each) => each.year === year);
  return change && t(`trends.boundary.${change.kind}`);
}

function furthest(lines: readonly OfficeLine[], way: number): OfficeLine[] {
  const most = Math.max(0, ...lines.map(({ movement = 0 }) => movement * way));
  return most === 0 ? [] : lines.filter(({ movement = 0 }) => movement * way === most);
}

function mostText(key: 'up' | 'down', lines: OfficeLine[], words: Words): string | undefined {
  const [first] = lines;
  if (!first) return undefined;
  const offices: OfficeName[] = lines.map(({ office }) => office);
  return words.t(`trends.ranks.${key}`, {
    offices: officeNames(offices, words),
    count: Math.abs(first.movement ?? 0),
  });
}
