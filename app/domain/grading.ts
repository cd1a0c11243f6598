import { compare, multiply } from './money.ts';
import type { Grade } from './scoring.ts';
import type { Decimal } from './submission.ts';

/** 优 90–100, 良 80–<90, 中 60–<80, 差 <60 of 100 points (财预〔2020〕10号); other weights are scaled. Exact. */
export function gradeOf(score: Decimal, weight: Decimal = '100'): Grade {
  const of100 = multiply(score, '100');
  const reaches = (share: string) => (compare(of100, multiply(weight, share)) ?? -1) >= 0;
  if (reaches('90')) return 'excellent';
  if (reaches('80')) return 'good';
  return reaches('60') ? 'fair' : 'poor';
}
