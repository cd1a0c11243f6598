import { type Framework, leavesOf, nodeByCode, totalCode } from '#app/domain/framework.ts';
import { computedScore, settledNodes } from '#app/domain/rules/explain.ts';
import type { ScoreClaim, SubmissionContent } from '#app/domain/submission.ts';
import { type DemoYear, demoYears, type InventedOffice } from './offices.ts';
import { type Random, randomOf } from './random.ts';
import { lossWords } from './words.ts';

/** Whole hundredths of a point. */
type Hundredths = number;

/** Points lost, by code of the node that lost them; nodes without a loss are left out. */
export type Losses = Record<string, Hundredths>;

/**
 * Spreads the points that the office gives up in a year over the nodes where points are lost: first what the rules
 * deduct from its figures, then steps as reviewers know them (0.2, 0.5, 1), the remainder on the target indicators.
 * Throws RangeError where the rules alone deduct more than the score leaves.
 */
export function lossesOf(
  office: InventedOffice,
  year: DemoYear,
  framework: Framework,
  content: SubmissionContent,
): Losses {
  const losses = ruleLosses(framework, content);
  const score = office.profile.score[year - demoYears[0]] ?? 100;
  let rest = hundredths('100') - Math.round(score * 100) - added(losses);
  if (rest < 0)
    throw new RangeError(`${office.name} ${year}: rules deduct ${-rest / 100} more than ${score} leaves`);
  const random = randomOf(`${office.code}:${year}:losses`);
  for (const code of lossOrder(office, framework, random)) {
    const step = stepOf(random, limitOf(framework, code), rest);
    if (step > 0) losses[code] = step;
    rest -= step;
  }
  return withRemainder(losses, framework, rest);
}

/** Claims for the losses at all three levels and the total; `categoriesOnly` leaves the third level out. */
export function claimsOf(
  framework: Framework,
  losses: Losses,
  random: Random,
  categoriesOnly: boolean,
): ScoreClaim[] {
  const shown = framework.nodes.filter((node) => !(categoriesOnly && node.level === 3));
  const total = claim(totalCode, framework.totalWeight, added(losses));
  return [
    total,
    ...shown.map((node) => {
      const lost = lossBelow(losses, node.code);
      const words =
        lost > 0 && node.level > 1 ? wordsFor(framework, losses, node.code, categoriesOnly, random) : {};
      return { ...claim(node.code, node.weight, lost), statedMax: node.weight, ...words };
    }),
  ];
}

/** Themes that go with the losses, those of the largest loss first. */
export function themesOfLosses(losses: Losses): string[] {
  return Object.entries(losses)
    .sort(([, a], [, b]) => b - a)
    .flatMap(([code]) => lossWords[code]?.themes ?? []);
}

function ruleLosses(framework: Framework, content: SubmissionContent): Losses {
  const losses = settledNodes(framework).map((code): [string, Hundredths] => {
    const weight = hundredths(nodeByCode(framework, code)?.weight ?? '0');
    return [code, weight - hundredths(computedScore(code, framework, content) ?? '0')];
  });
  return Object.fromEntries(losses.filter(([, lost]) => lost > 0));
}

/** Nodes of the office's habits first, then the others by lot, the heavy ones more often early. */
function lossOrder(office: InventedOffice, framework: Framework, random: Random): string[] {
  const open = leavesOf(framework).filter((node) => !settledNodes(framework).includes(node.code));
  const habitual = open.filter((node) =>
    lossWords[node.code]?.themes.some((theme) => office.profile.habits.includes(theme)),
  );
  const tickets = open.flatMap((node) =>
    Array.from({ length: Math.ceil(Number(node.weight) / 2) }, () => node.code),
  );
  return [
    ...new Set([
      ...random.sample(habitual, 2).map((node) => node.code),
      ...random.sample(tickets, tickets.length),
    ]),
  ];
}

function stepOf(random: Random, limit: Hundredths, rest: Hundredths): Hundredths {
  const step = random.pick([20, 30, 50, 50, 100, 150]);
  return step <= Math.min(limit, rest) ? step : 0;
}

/** No node loses more than two fifths of its weight. */
function limitOf(framework: Framework, code: string): Hundredths {
  return Math.floor(hundredths(nodeByCode(framework, code)?.weight ?? '0') * 0.4);
}

const proportionalNodes = ['effectiveness.overall.outputs', 'effectiveness.overall.outcomes'];

/** Target indicators are scored in proportion, so that they may lose any number of hundredths. */
function withRemainder(losses: Losses, framework: Framework, rest: Hundredths): Losses {
  let left = rest;
  const filled = { ...losses };
  for (const code of proportionalNodes) {
    const room = Math.max(0, limitOf(framework, code) - (filled[code] ?? 0));
    const taken = Math.min(room, left);
    if (taken > 0) filled[code] = (filled[code] ?? 0) + taken;
    left -= taken;
  }
  if (left > 0) throw new RangeError(`${left / 100} points find no node to be lost at`);
  return filled;
}

function claim(node: string, weight: string, lost: Hundredths): ScoreClaim {
  return { node, score: points(hundredths(weight) - lost) };
}

/** The office's words stand at the lowest level it states; some offices give no reason. */
function wordsFor(
  framework: Framework,
  losses: Losses,
  code: string,
  categoriesOnly: boolean,
  random: Random,
): Pick<ScoreClaim, 'reason' | 'measure'> {
  const lowest = categoriesOnly || leavesOf(framework).some((node) => node.code === code);
  if (!lowest) return {};
  const [worst] = Object.keys(losses)
    .filter((one) => isAtOrBelow(one, code))
    .sort((a, b) => (losses[b] ?? 0) - (losses[a] ?? 0));
  const words = worst === undefined ? undefined : lossWords[worst];
  if (words === undefined) return {};
  const explained = settledNodes(framework).includes(worst ?? '') || random.chance(0.8);
  const reason = random.pick(words.reasons);
  const remedied = random.chance(0.7);
  return { ...(explained && { reason }), ...(explained && remedied && { measure: words.measure }) };
}

function lossBelow(losses: Losses, code: string): Hundredths {
  return added(Object.fromEntries(Object.entries(losses).filter(([one]) => isAtOrBelow(one, code))));
}

function isAtOrBelow(code: string, ancestor: string): boolean {
  return code === ancestor || code.startsWith(`${ancestor}.`);
}

function added(losses: Losses): Hundredths {
  return Object.values(losses).reduce((total, lost) => total + lost, 0);
}

function hundredths(value: string): Hundredths {
  return Math.round(Number(value) * 100);
}

function points(value: Hundredths): string {
  return (value / 100).toFixed(2);
}
