import type { Maybe } from '#app/domain/money.ts';

/** Lower ends of the steps of a cell's ground, in percent of the weight lost; nothing lost has none. */
export const shadeSteps = [0, 5, 10, 20, 40] as const;

/** 0 where nothing was lost, else 1 to 5; for drawing only. `share` in percent of the weight. */
export function shadeOf(share: Maybe): number {
  const value = Number(share ?? 0);
  return value <= 0 ? 0 : shadeSteps.filter((from) => value >= from).length;
}
