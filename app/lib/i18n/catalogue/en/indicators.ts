import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/indicators.ts';

export const messages = {
  heading: 'Indicators',
} satisfies Shape<typeof zh>;
