import { multiply } from '../money.ts';
import { type MoneyItem, moneyItems, type SubmissionContent } from '../submission.ts';
import type { Amounts, Check, Outcome } from './check.ts';
import { amountRatios } from './rates.ts';
import { type Change, mendingChanges, type Relation } from './relations.ts';
import { amountSums } from './sums.ts';
import { mixedUnits } from './text-figures.ts';

type Figures = Pick<SubmissionContent, 'amounts' | 'rates'>;

/** An amount that looks as if 元 and 万元 were mixed up. */
export interface UnitSlip {
  /** The amounts that may be the wrong one; the first is assumed wherever one must be. */
  changes: [Change, ...Change[]];
}

export const unitsAgree: Check = {
  code: 'C8',
  name: 'unit',
  severity: 'error',
  figures: 'money',
  sentence: {
    zh: '同一报告中的金额单位一致：没有哪项金额乘以或除以一万后，原本不成立的关系才成立；表头、正文不混用元和万元。',
    en: 'Amounts share one unit: no sum, share or rate that fails would hold with one amount 10,000 times as large or small, and no figure stands in both 元 and 万元.',
  },
  run(content, { reportText = '' }) {
    const slips = findUnitSlips(content);
    if (slips.length > 0) return slips.map((slip) => slipOutcome(slip, content.amounts));
    const evidence = mixedUnits(reportText);
    if (evidence) return [{ status: 'fails', fields: ['text'], evidence }];
    const checkable = relationsOf(content).some((one) => one.status(content.amounts) !== 'not_checkable');
    return [{ status: checkable ? 'holds' : 'not_checkable', fields: [] }];
  },
};

/** Every slip in the figures, each found with the earlier ones undone. */
export function findUnitSlips(figures: Figures): UnitSlip[] {
  const relations = relationsOf(figures);
  const slips: UnitSlip[] = [];
  let amounts = figures.amounts;
  for (const relation of relations) {
    if (relation.status(amounts) !== 'fails') continue;
    const [first, ...others] = mendingChanges(
      relation,
      relations,
      amounts,
      rescaled(relation.items, amounts),
    );
    if (first === undefined) continue;
    slips.push({ changes: [first, ...others] });
    amounts = { ...amounts, [first.field]: first.value };
  }
  return slips;
}

/** The amounts with every slip undone, for checks that ask something else. */
export function undoSlips(amounts: Amounts, slips: readonly UnitSlip[]): Amounts {
  const undone = slips.map(({ changes: [first] }) => [first.field, first.value]);
  return { ...amounts, ...Object.fromEntries(undone) };
}

/** A proposal only when a single amount comes into question. */
function slipOutcome({ changes }: UnitSlip, amounts: Amounts): Outcome {
  const fields = [...new Set(changes.map((change) => change.field))];
  const [{ field, value }] = changes;
  if (changes.length > 1) return { status: 'fails', fields };
  return {
    status: 'fails',
    fields,
    computed: value,
    stated: amounts[field as MoneyItem],
    proposal: { field, value },
  };
}

type AmountRelation = Relation & { items: readonly MoneyItem[] };

function relationsOf({ rates }: Figures): AmountRelation[] {
  return [
    ...amountSums.map(({ items, outcome }) => ({
      items,
      status: (amounts: Amounts) => outcome(amounts).status,
    })),
    ...amountRatios.map(({ items, outcome }) => ({
      items,
      status: (amounts: Amounts) => outcome({ amounts, rates }).status,
    })),
  ];
}

function rescaled(items: readonly MoneyItem[], amounts: Amounts): Change[] {
  return moneyItems
    .filter((item) => items.includes(item))
    .flatMap((field) =>
      ['10000', '0.0001'].flatMap((factor) => {
        const value = multiply(amounts[field], factor);
        return value === undefined ? [] : [{ field, value }];
      }),
    );
}
