import { type RuleField, type RuleTexts, ruleFields } from './rule-texts.ts';
import { ruleSchema } from './rules/read-rule.ts';
import type { Rule } from './rules/rule.ts';

/** The rule in the texts, undefined for none; `refused` names every field that cannot be read. `before` is the rule so far. */
export function readRuleTexts(
  texts: RuleTexts,
  before: Rule | undefined,
): { rule?: Rule; refused: RuleField[] } {
  if (!texts.kind) return { refused: [] };
  const read = ruleSchema.safeParse({ ...points(texts, before), ...originOf(texts) });
  if (read.success) return { rule: read.data, refused: [] };
  const fields = read.error.issues.map(({ path }) => fieldOf(path[0], texts));
  return { refused: [...new Set(fields)] };
}

function points(texts: RuleTexts, before: Rule | undefined): object {
  const { kind } = texts;
  const figure =
    texts.figure === 'ratio'
      ? { kind: 'ratio', part: texts.part, whole: texts.whole }
      : { kind: 'rate', rate: texts.figure };
  switch (kind) {
    case 'proportion':
      return { kind, figure, fullAt: plain(texts.fullAt) };
    case 'threshold':
      return { kind, figure, steps: stepsIn(texts.steps) };
    case 'deduction': {
      const [limit, step, lost] = [texts.limit, texts.step, texts.points].map(plain);
      return { kind, figure, limit, beyond: texts.beyond, step, points: lost };
    }
    case 'at_most':
      return { kind, actual: texts.actual, limit: texts.limitItem };
    case 'one_of':
      return { kind, options: before?.kind === 'one_of' ? before.options : [] };
    default:
      return { kind };
  }
}

function originOf({ source, sourceEn, unverified }: RuleTexts): object {
  return {
    verified: !unverified,
    ...(source?.trim() && { source: source.trim() }),
    ...(sourceEn?.trim() && { sourceEn: sourceEn.trim() }),
  };
}

/** One step a line: from how many percent, and what share of the points. */
function stepsIn(text: string | undefined): object[] {
  return (text ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [from, share] = line
        .normalize('NFKC')
        .replaceAll('%', '')
        .trim()
        .split(/[\s,、:]+/);
      return { from, share };
    });
}

function plain(text: string | undefined): string {
  return (text ?? '').normalize('NFKC').replace(/[\s%]/g, '');
}

function fieldOf(part: PropertyKey | undefined, { kind, figure }: RuleTexts): RuleField {
  if (part === 'limit' && kind === 'at_most') return 'limitItem';
  if (part === 'figure' && figure === 'ratio') return 'whole';
  return ruleFields.find((field) => field === part) ?? 'kind';
}
