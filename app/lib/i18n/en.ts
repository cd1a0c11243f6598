import { messages as accounts } from './catalogue/en/accounts.ts';
import { messages as audit } from './catalogue/en/audit.ts';
import { messages as benchmark } from './catalogue/en/benchmark.ts';
import { messages as bureau } from './catalogue/en/bureau.ts';
import { messages as chart } from './catalogue/en/chart.ts';
import { messages as common } from './catalogue/en/common.ts';
import { messages as compare } from './catalogue/en/compare.ts';
import { messages as domain } from './catalogue/en/domain.ts';
import { messages as errors } from './catalogue/en/errors.ts';
import { messages as evidence } from './catalogue/en/evidence.ts';
import { messages as filing } from './catalogue/en/filing.ts';
import { messages as form } from './catalogue/en/form.ts';
import { messages as framework } from './catalogue/en/framework.ts';
import { messages as imports } from './catalogue/en/import.ts';
import { messages as indicators } from './catalogue/en/indicators.ts';
import { messages as login } from './catalogue/en/login.ts';
import { messages as moves } from './catalogue/en/moves.ts';
import { messages as office } from './catalogue/en/office.ts';
import { messages as overview } from './catalogue/en/overview.ts';
import { messages as problems } from './catalogue/en/problems.ts';
import { messages as progress } from './catalogue/en/progress.ts';
import { messages as ranking } from './catalogue/en/ranking.ts';
import { messages as relations } from './catalogue/en/relations.ts';
import { messages as review } from './catalogue/en/review.ts';
import { messages as scoring } from './catalogue/en/scoring.ts';
import { messages as settings } from './catalogue/en/settings.ts';
import { messages as sheet } from './catalogue/en/sheet.ts';
import { messages as trends } from './catalogue/en/trends.ts';
import { messages as workbook } from './catalogue/en/workbook.ts';
import type { Shape } from './shape.ts';
import type { zhCN } from './zh-CN.ts';

/** Every visible string in English. */
export const en: Shape<typeof zhCN> = {
  accounts,
  audit,
  benchmark,
  bureau,
  chart,
  common,
  compare,
  domain,
  errors,
  evidence,
  filing,
  form,
  framework,
  import: imports,
  indicators,
  login,
  moves,
  office,
  overview,
  problems,
  progress,
  ranking,
  relations,
  review,
  scoring,
  settings,
  sheet,
  trends,
  workbook,
};
