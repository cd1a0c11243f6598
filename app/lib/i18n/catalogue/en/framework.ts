import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/framework.ts';

export const messages = {
  heading: 'Framework',
} satisfies Shape<typeof zh>;
