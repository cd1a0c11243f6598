import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/audit.ts';

export const messages = {
  heading: 'Audit trail',
} satisfies Shape<typeof zh>;
