import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/scoring.ts';

export const messages = {
  heading: 'Computed score',
} satisfies Shape<typeof zh>;
