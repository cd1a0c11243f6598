import * as common from './catalogue/common.ts';
import * as domain from './catalogue/domain.ts';
import * as errors from './catalogue/errors.ts';
import * as imports from './catalogue/import.ts';
import * as login from './catalogue/login.ts';
import * as office from './catalogue/office.ts';
import * as overview from './catalogue/overview.ts';
import * as ranking from './catalogue/ranking.ts';
import type { Shape } from './shape.ts';
import type { zhCN } from './zh-CN.ts';

/** Every visible string in English. */
export const en: Shape<typeof zhCN> = {
  common: common.en,
  domain: domain.en,
  errors: errors.en,
  import: imports.en,
  login: login.en,
  office: office.en,
  overview: overview.en,
  ranking: ranking.en,
};
