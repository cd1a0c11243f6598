import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/sheet.ts';

export const messages = {
  heading: 'Files',
} satisfies Shape<typeof zh>;
