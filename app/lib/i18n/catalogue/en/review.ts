import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/review.ts';

export const messages = {
  heading: 'Review',
} satisfies Shape<typeof zh>;
