import {
  fewestOptions,
  mostOptions,
  type OptionTexts,
  optionFields,
  optionTexts,
  type RuleTextName,
  type RuleTexts,
  ruleFields,
  usualTiers,
} from './rule-texts.ts';
import { ruleSchema } from './rules/read-rule.ts';
import type { Rule } from './rules/rule.ts';

/** The rule in the texts, undefined for none; `refused` names every field that cannot be read. */
export function readRuleTexts(texts: RuleTexts): { rule?: Rule; refused: RuleTextName[] } {
  if (!texts.kind) return { refused: [] };
  const numbers = texts.kind === 'one_of' ? optionsTyped(texts) : [];
  const options = numbers.map((number) => optionOf(optionTexts(texts, number)));
  const points = texts.kind === 'one_of' ? { kind: texts.kind, options } : pointsOf(texts);
  const read = ruleSchema.safeParse({ ...points, ...originOf(texts) });
  if (read.success) return { rule: read.data, refused: [] };
  const fields = read.error.issues.map(({ path }) => fieldOf(path, texts, numbers));
  return { refused: [...new Set(fields)] };
}

/** Numbers of the ways that anything is typed of; one that is emptied is gone. */
function optionsTyped(texts: RuleTexts): number[] {
  const numbers = Array.from({ length: mostOptions }, (_, index) => index + 1);
  return numbers.filter((number) => {
    const { name, nameEn, kind } = optionTexts(texts, number);
    return [name, nameEn, kind].some((text) => text?.trim());
  });
}

function optionOf(texts: OptionTexts): object {
  return { name: texts.name ?? '', nameEn: texts.nameEn ?? '', rule: pointsOf(texts) };
}

function pointsOf(texts: RuleTexts & OptionTexts): object {
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
    case 'grade':
      return { kind, ...boundsOf({ ...usualTiers, ...texts }) };
    default:
      return { kind };
  }
}

/** The usual tiers are not written down: a rule that says nothing of them is the same rule. */
function boundsOf(texts: { metFrom: string; partlyFrom: string }): object {
  const [met, partly] = [plain(texts.metFrom), plain(texts.partlyFrom)];
  return met === usualTiers.metFrom && partly === usualTiers.partlyFrom ? {} : { bounds: { met, partly } };
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

/** The field of the form behind a place in the rule. */
function fieldOf(path: readonly PropertyKey[], texts: RuleTexts, numbers: readonly number[]): RuleTextName {
  if (path[0] !== 'options') return ruleFields.find((field) => field === placeOf(path, texts)) ?? 'kind';
  const number = typeof path[1] === 'number' ? numbers[path[1]] : undefined;
  if (number === undefined) return `option${Math.min(numbers.length + 1, fewestOptions)}.name`;
  const inRule = path[2] === 'rule' ? path.slice(3) : path.slice(2);
  const place = placeOf(inRule, optionTexts(texts, number));
  return `option${number}.${optionFields.find((field) => field === place) ?? 'kind'}`;
}

function placeOf(
  [part, below]: readonly PropertyKey[],
  { kind, figure }: OptionTexts,
): PropertyKey | undefined {
  if (part === 'limit' && kind === 'at_most') return 'limitItem';
  if (part === 'figure' && figure === 'ratio') return below === 'part' ? 'part' : 'whole';
  if (part === 'bounds') return below === 'met' ? 'metFrom' : 'partlyFrom';
  return part;
}
