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
    settings: 'Settings',
    audit: 'Audit trail',
    reportCard: 'Report card',
    form: 'Filing',
    history: 'History',
    benchmark: 'Benchmark',
  },
  year: { label: 'Year' },
  unit: { label: 'Money in', wan: '10k yuan', yuan: 'yuan', yi: '100m yuan' },
  language: { label: 'Language', 'zh-CN': '中文', en: 'English' },
  account: { password: 'Password', label: 'Signed in as', signOut: 'Sign out' },
  banner: {
    demo: 'Demo data: Baihedong and Jiahe are taken from published reports; the other 20 offices are invented.',
    embedded:
      'This machine uses the embedded database, meant for demo and trial; use PostgreSQL for real work.',
  },
  state: {
    notReported: 'Not reported',
    why: 'Reason: {{reason}}',
    notApplicable: '—',
    provisional: 'Provisional',
    provisionalNote: 'Not approved yet; for reference only',
  },
  change: {
    up: '▲ {{value}}',
    down: '▼ {{value}}',
    none: '—',
    upLabel: 'up {{value}}',
    downLabel: 'down {{value}}',
    noneLabel: 'unchanged',
  },
  foot: {
    source: 'Source: {{source}}',
    asOf: 'Data as of {{date}}',
  },
  noRound: {
    title: 'No round yet',
    body: 'Pages appear here once the district finance bureau has opened a round.',
  },
  operator: {
    title: 'Platform operation',
    can: 'This role sets up districts, offices and first accounts. It reads no figures of any office.',
    pending: "Districts and accounts are set up on the server's command line for now; see the README.",
  },
} satisfies Shape<typeof zh>;
