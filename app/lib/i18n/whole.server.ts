import { en } from './en.ts';
import { type Area, addArea } from './instance.ts';
import { zhCN } from './zh-CN.ts';

export { i18nOf } from './instance.ts';

/** The server and the tests hold every area of both languages. */
for (const area of Object.keys(zhCN) as Area[]) {
  addArea('zh-CN', area, zhCN[area]);
  addArea('en', area, en[area]);
}
