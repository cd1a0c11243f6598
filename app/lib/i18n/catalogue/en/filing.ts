import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/filing.ts';

export const messages = {
  heading: 'Submitting',
} satisfies Shape<typeof zh>;
