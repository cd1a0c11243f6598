import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/trends.ts';

export const messages = {
  heading: 'Trends',
} satisfies Shape<typeof zh>;
