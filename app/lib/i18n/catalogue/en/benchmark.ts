import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/benchmark.ts';

export const messages = {
  heading: 'Benchmark',
} satisfies Shape<typeof zh>;
