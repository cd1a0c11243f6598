import { findingKey } from '#app/domain/findings/finding-key.ts';
import {
  type Check,
  type CheckContext,
  checkByName,
  type Effect,
  effectOf,
  findFindings,
} from '#app/domain/findings.ts';
import type { EntryRefusal } from '#app/domain/form/entry.ts';
import { type FormValues, formFieldsOf } from '#app/domain/form/fields.ts';
import { type SectionId, type SectionState, sectionStates } from '#app/domain/form/sections.ts';
import { toContent } from '#app/domain/form/to-content.ts';
import { toValues } from '#app/domain/form/to-values.ts';
import { childrenOf, type Framework, totalCode } from '#app/domain/framework.ts';
import { round, sum } from '#app/domain/money.ts';
import { type Explained, explainScore } from '#app/domain/rules/explain.ts';
import { type Decimal, emptyContent, type Finding, type SubmissionContent } from '#app/domain/submission.ts';

/** A finding with its places in the form. */
export interface PlacedFinding {
  key: string;
  finding: Finding;
  check?: Check;
  /** Fields of the form that it speaks of; at the first it is told in full. None: it is about the whole. */
  fields: readonly string[];
  /** What would make it hold, as one would type it. */
  proposal?: { field: string; text: string };
  /** What it does once the report is to be sent: it keeps it back, wants a reason, or is merely told. */
  effect: Effect;
}

/** What the product makes of a form as it stands. */
export interface Evaluation {
  content: SubmissionContent;
  /** Texts that were not understood, by field. */
  refused: Readonly<Record<string, EntryRefusal>>;
  all: readonly PlacedFinding[];
  /** By field that a finding speaks of. */
  findings: Readonly<Record<string, readonly PlacedFinding[]>>;
  states: Readonly<Record<SectionId, SectionState>>;
  /** Points at a node, two decimals: what its rule gives from the figures, and what its parts' claims add up to. */
  explained: Readonly<Record<string, Explained>>;
  sums: Readonly<Record<string, Decimal>>;
}

/** Reads the form and runs every check over it, with the same functions as the server. */
export function evaluate(values: FormValues, context: CheckContext): Evaluation {
  const { content, refused } = toContent(values, context.framework);
  const found = findFindings(content, context);
  const all = found.map((finding) => placed(finding, context));
  const findings: Record<string, PlacedFinding[]> = {};
  for (const one of all) {
    for (const field of one.fields) findings[field] = [...(findings[field] ?? []), one];
  }
  return {
    content,
    refused: Object.fromEntries(refused.map(({ field, refusal }) => [field, refusal])),
    all,
    findings,
    states: sectionStates(values, context.framework, found, refused),
    explained: explainedScores(content, context.framework),
    sums: sumsOfParts(content, context.framework),
  };
}

function explainedScores(content: SubmissionContent, framework: Framework): Record<string, Explained> {
  const all = framework.nodes.map(({ code }) => [code, explainScore(code, framework, content)] as const);
  return Object.fromEntries(all.filter((one): one is [string, Explained] => one[1] !== undefined));
}

/** Only where every part has a claim: a sum of some is no total. */
function sumsOfParts({ scores }: SubmissionContent, framework: Framework): Record<string, Decimal> {
  const claimed = new Map(scores.map(({ node, score }) => [node, score]));
  const sums = [...framework.nodes.map(({ code }) => code), totalCode].map((code) => {
    const parts = childrenOf(framework, code).map((part) => claimed.get(part.code));
    return [code, round(sum(parts), 2)] as const;
  });
  return Object.fromEntries(sums.filter((one): one is [string, Decimal] => one[1] !== undefined));
}

/** The newer evaluation with every list of findings that reads the same taken from the older one: nothing is drawn twice. */
export function sameFindings(older: Evaluation, newer: Evaluation): Evaluation {
  const findings = Object.entries(newer.findings).map(([field, list]) => {
    const before = older.findings[field];
    return [field, before && isSame(before, list) ? before : list] as const;
  });
  return { ...newer, findings: Object.fromEntries(findings) };
}

function placed(finding: Finding, { framework }: CheckContext): PlacedFinding {
  const check = checkByName(finding.check);
  const places = (fields: readonly string[]) => [...new Set(formFieldsOf(fields, check?.figures, framework))];
  const field = finding.proposal && places([finding.proposal.field])[0];
  return {
    key: findingKey(finding),
    finding,
    check,
    effect: effectOf(finding, 'submitting'),
    fields: places(finding.fields),
    proposal: finding.proposal && field ? { field, text: typed(field, finding.proposal.value) } : undefined,
  };
}

/** A figure in the form's own way of writing: amounts are typed in 万元. */
function typed(field: string, value: string): string {
  if (!field.startsWith('amounts.')) return value;
  const amounts = { [field.slice('amounts.'.length)]: value };
  return toValues({ ...emptyContent, amounts })[field] ?? value;
}

function isSame(a: readonly PlacedFinding[], b: readonly PlacedFinding[]): boolean {
  const plain = (list: readonly PlacedFinding[]) => JSON.stringify(list.map(({ finding }) => finding));
  return plain(a) === plain(b);
}
