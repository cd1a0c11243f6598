import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/settings.ts';

export const messages = {
  heading: 'Settings',
} satisfies Shape<typeof zh>;
