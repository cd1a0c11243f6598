import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/form.ts';

export const messages = {
  heading: 'Filing',
} satisfies Shape<typeof zh>;
