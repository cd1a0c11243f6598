import type { Section } from '#app/domain/ranking-groups.ts';
import type { SummaryRow } from '#app/domain/ranking-summary.ts';
import type { RankingRow } from '#app/domain/ranking-table.ts';
import { localName } from './i18n/languages.ts';
import { unrankedReason } from './ranking-notes.ts';
import type { RankingText } from './ranking-text.ts';

/** Rows of the table that belong together, under a heading of their own. Page and file both go through these. */
export interface RankingBlock {
  key: string;
  ranked: boolean;
  /** Undefined for ranked offices that are not grouped. */
  heading?: string;
  rows: RankingRow[];
  /** Mean and median of a peer group. */
  summary: SummaryRow[];
}

/** The ranked offices, by peer group where the reader wants that, then those that are not ranked, by the reason. */
export function rankingBlocks(text: RankingText): RankingBlock[] {
  return [...rankedBlocks(text), ...unrankedBlocks(text)];
}

/** Name of a summary row within a peer group. */
export function groupSummaryName({ kind }: SummaryRow, { t }: RankingText): string {
  return t(`ranking.summary.${kind === 'mean' ? 'groupMean' : 'groupMedian'}`);
}

function rankedBlocks(text: RankingText): RankingBlock[] {
  const { ranked, sections } = text.view.table;
  if (ranked.length === 0) return [];
  if (!sections) return [{ key: 'ranked', ranked: true, rows: ranked, summary: [] }];
  let start = 0;
  return sections.map((section) => {
    const rows = ranked.slice(start, start + section.count);
    start += section.count;
    const key = `group ${section.group?.position ?? ''}`;
    return { key, ranked: true, heading: sectionHeading(section, text), rows, summary: section.summary };
  });
}

function sectionHeading({ group, count }: Section, { t, language }: RankingText): string {
  if (!group) return t('ranking.group.noneHeading', { count });
  const basis = language === 'en' ? group.basisEn || group.basis : group.basis;
  return t('ranking.group.heading', { name: localName(language, group), count, basis });
}

function unrankedBlocks(text: RankingText): RankingBlock[] {
  const byReason = new Map<string, RankingRow[]>();
  for (const row of text.view.table.unranked) {
    const reason = unrankedReason(row, text) ?? '';
    byReason.set(reason, [...(byReason.get(reason) ?? []), row]);
  }
  return [...byReason].map(([reason, rows]) => ({
    key: `unranked ${reason}`,
    ranked: false,
    heading: text.t('ranking.unranked.heading', { reason, count: rows.length }),
    rows,
    summary: [],
  }));
}
