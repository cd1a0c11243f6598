import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/framework.ts';

export const messages = {
  heading: 'Framework',
  change: {
    added: 'New: “{{name}}”, {{weight}} points.',
    removed: 'Dropped: “{{name}}” (was {{weight}} points).',
    renamed: '“{{before}}” is now called “{{name}}”.',
    reweighted: '“{{name}}” weighs {{after}} points instead of {{before}}.',
    rule: 'The scoring rule of “{{name}}” has changed.',
    moved: '“{{name}}” moved from “{{before}}” to “{{after}}”.',
    top: 'the dimensions',
  },
} satisfies Shape<typeof zh>;
