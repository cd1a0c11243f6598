import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/problems.ts';

export const messages = {
  heading: 'Common problems',
} satisfies Shape<typeof zh>;
