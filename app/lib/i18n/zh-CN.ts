import { messages as accounts } from './catalogue/zh-CN/accounts.ts';
import { messages as audit } from './catalogue/zh-CN/audit.ts';
import { messages as benchmark } from './catalogue/zh-CN/benchmark.ts';
import { messages as bureau } from './catalogue/zh-CN/bureau.ts';
import { messages as chart } from './catalogue/zh-CN/chart.ts';
import { messages as common } from './catalogue/zh-CN/common.ts';
import { messages as compare } from './catalogue/zh-CN/compare.ts';
import { messages as domain } from './catalogue/zh-CN/domain.ts';
import { messages as errors } from './catalogue/zh-CN/errors.ts';
import { messages as evidence } from './catalogue/zh-CN/evidence.ts';
import { messages as filing } from './catalogue/zh-CN/filing.ts';
import { messages as form } from './catalogue/zh-CN/form.ts';
import { messages as framework } from './catalogue/zh-CN/framework.ts';
import { messages as imports } from './catalogue/zh-CN/import.ts';
import { messages as indicators } from './catalogue/zh-CN/indicators.ts';
import { messages as login } from './catalogue/zh-CN/login.ts';
import { messages as moves } from './catalogue/zh-CN/moves.ts';
import { messages as office } from './catalogue/zh-CN/office.ts';
import { messages as overview } from './catalogue/zh-CN/overview.ts';
import { messages as problems } from './catalogue/zh-CN/problems.ts';
import { messages as progress } from './catalogue/zh-CN/progress.ts';
import { messages as ranking } from './catalogue/zh-CN/ranking.ts';
import { messages as relations } from './catalogue/zh-CN/relations.ts';
import { messages as review } from './catalogue/zh-CN/review.ts';
import { messages as scoring } from './catalogue/zh-CN/scoring.ts';
import { messages as settings } from './catalogue/zh-CN/settings.ts';
import { messages as sheet } from './catalogue/zh-CN/sheet.ts';
import { messages as trends } from './catalogue/zh-CN/trends.ts';
import { messages as workbook } from './catalogue/zh-CN/workbook.ts';

/** Every visible string in Chinese; one file an area, the same in each language. */
export const zhCN = {
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
