import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/progress.ts';

export const messages = {
  heading: 'Progress',
} satisfies Shape<typeof zh>;
