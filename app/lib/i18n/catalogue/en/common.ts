import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/common.ts';

export const messages = {
  product: 'Duibiao',
  tagline: 'Yearly performance self-evaluations of street offices, side by side for the whole district',
  skip: 'Skip to content',
  home: 'Home',
  nav: {
    label: 'Main',
    overview: 'Overview',
    ranking: 'Ranking',
    indicators: 'Lost points',
    problems: 'Problems',
    compare: 'Compare',
    trends: 'Trends',
    relations: 'Relations',
    moves: 'Movement',
    progress: 'Progress',
