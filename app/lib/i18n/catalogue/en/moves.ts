import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/moves.ts';

export const messages = {
  heading: 'Why ranks moved',
} satisfies Shape<typeof zh>;
