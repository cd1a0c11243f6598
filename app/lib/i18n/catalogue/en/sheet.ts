import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/sheet.ts';

export const messages = {
  heading: 'Download table',
  csv: 'CSV',
  xlsx: 'Excel',
  ranking: 'Ranking',
  unitLine: 'Unit: {{units}}',
  unit: { rate: '%', score: 'points', join: ', ' },
  provisional: 'holds provisional figures',
} satisfies Shape<typeof zh>;
