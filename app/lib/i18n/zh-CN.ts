import * as common from './catalogue/common.ts';
import * as domain from './catalogue/domain.ts';
import * as errors from './catalogue/errors.ts';
import * as imports from './catalogue/import.ts';
import * as login from './catalogue/login.ts';
import * as office from './catalogue/office.ts';
import * as overview from './catalogue/overview.ts';
import * as ranking from './catalogue/ranking.ts';

/** Every visible string in Chinese; one file an area, both languages side by side. */
export const zhCN = {
  common: common.zh,
  domain: domain.zh,
  errors: errors.zh,
  import: imports.zh,
  login: login.zh,
  office: office.zh,
  overview: overview.zh,
  ranking: ranking.zh,
};
