import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/compare.ts';

export const messages = {
  heading: 'Compare',
} satisfies Shape<typeof zh>;
