import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/relations.ts';

export const messages = {
  heading: 'Relations',
} satisfies Shape<typeof zh>;
