import { childrenOf, nodeByCode, nodesBelow } from '#app/domain/framework.ts';
import { type ClaimWords, type IndicatorDetail, indicatorDetail } from '#app/domain/indicator-detail.ts';
import { decodeMode } from '#app/domain/indicator-search.ts';
import { ruleItems } from '#app/domain/rules/rule-items.ts';
import type { ScoreMode } from '#app/domain/scoring.ts';
import type { District } from '#db/queries/districts.server.ts';
import { findAllNodeEvidence, type NodeEvidence } from '#db/queries/evidence-files.server.ts';
import { findFramework } from '#db/queries/frameworks.server.ts';
import { findAllNodeClaims, findAllYearsOfNode, type NodeClaim } from '#db/queries/indicators.server.ts';
import { findMonthsOfYear } from '#db/queries/monthly-execution.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { loadDistrictSpan } from './district-year.server.ts';
import type { YearHeader } from './year-header.ts';

export interface IndicatorView {
  district: Pick<District, 'code' | 'name' | 'nameEn'>;
  header: YearHeader;
  /** Years whose framework has the node, newest first. */
  years: number[];
  mode: ScoreMode;
  detail: IndicatorDetail;
  /** Evidence files here and below, by office id. */
  evidence: Record<string, NodeEvidence[]>;
}

const yearsShown = 5;

/**
 * One node of the framework: who lost points there and why, and how it went in the last years. Page and files show
 * exactly this. Undefined when the year has no round or its framework no such node.
 */
export function viewDistrictIndicator(
  scope: Scope,
  { year, code, params }: { year: number; code: string; params: URLSearchParams },
): Promise<IndicatorView | undefined> {
  return readScope(scope, async (db) => {
    const framework = await findFramework(db, year);
    const node = framework && nodeByCode(framework, code);
    if (!framework || !node) return undefined;
    const { amounts, rates, months: readsMonths } = ruleItems(node.rule);
    const span = await loadDistrictSpan(db, {
      year,
      count: yearsShown,
      only: {
        amounts,
        rates,
        nodes: [code, ...childrenOf(framework, code).map((child) => child.code)],
      },
    });
    const below = nodesBelow(framework, code).map((node) => node.code);
    const claims = await findAllNodeClaims(db, { year, node: code, below });
    const evidence = await findAllNodeEvidence(db, { year, nodes: [code, ...below] });
    const months = readsMonths ? await findMonthsOfYear(db, year) : new Map();
    const mode = decodeMode(params);
    const words = new Map(claims.map((claim) => [claim.officeId, wordsOf(claim)]));
    const detail = span && indicatorDetail({ years: span.years, code, mode, claims: words, months });
    if (!span || !detail) return undefined;
    const { code: district, name, nameEn } = span.district;
    return {
      district: { code: district, name, nameEn },
      header: span.header,
      years: await findAllYearsOfNode(db, code),
      mode,
      detail,
      evidence: byOffice(evidence),
    };
  });
}

function wordsOf({ reason, measure, statedMax, quote, findings, below }: NodeClaim): ClaimWords {
  return {
    reason: reason ?? undefined,
    measure: measure ?? undefined,
    statedMax: statedMax ?? undefined,
    quote: quote ?? undefined,
    findings,
    below,
  };
}

function byOffice(files: readonly NodeEvidence[]): Record<string, NodeEvidence[]> {
  const offices = [...new Set(files.map(({ officeId }) => officeId))];
  return Object.fromEntries(offices.map((id) => [id, files.filter(({ officeId }) => officeId === id)]));
}
