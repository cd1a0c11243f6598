import { type MappedText, quoteOf } from './mapped-text.ts';
import type { Read } from './reading.ts';

/** What the names of departments and institutions end in that report in the same words as street offices. */
const kinds =
  '局|委员会|管委会|办公室|服务中心|中心|总队|支队|大队|学校|学院|党校|中学|小学|幼儿园|医院|法院|检察院|院|馆|所|站|协会|联合会|总工会|妇联|残联|政协|厅|部';
const name = `(?<name>[\\u4e00-\\u9fff]{2,24}?(?:${kinds}))`;
const year = '(?:20\\d{2}年度?)?';

/** Of one that is audited or reviewed the name stands behind that of the auditor. */
const titled = new RegExp(
  `^(?:[\\u4e00-\\u9fff]{2,12}(?:审计|财政)局(?:关于|对))?(?:关于)?${year}${name}${year}(?=部门|整体|单位|项目|绩效|财政|预算|决算|本级|收支)`,
);
const alone = new RegExp(`^${name}$`);
const labelled = new RegExp(
  `^(?:预算部门|预算单位|部门|单位|填报单位|项目单位|主管部门|实施单位|被评价单位)(?:（公章）|（盖章）)?(?:名称)?[：\\s]*${name}(?=$|[\\s（]|实施单位|项目单位)`,
);
const withDistrict =
  /^(?:中共)?(?:[\u4e00-\u9fff]{2,8}?[省市](?=[\u4e00-\u9fff]{1,6}[区县旗]))?(?<district>[\u4e00-\u9fff]{1,8}?(?:新区|开发区|区|县|旗|市))(?<stem>.*)$/;
/** Where a title or a cover ends. */
const headLength = 300;

/** A department or institution that is no street office, from the title or a label above the report. */
export function readUnit(source: MappedText): {
  office?: Read<string>;
  stem?: string;
  district?: Read<string>;
} {
  const head = source.text.slice(0, headLength);
  let start = 0;
  for (const line of head.split('\n')) {
    const found = [labelled, titled, alone].map((pattern) => pattern.exec(line)?.groups?.name).find(Boolean);
    if (found) {
      const at = start + line.indexOf(found);
      const quote = quoteOf(source, at, at + found.length);
      const { district, stem } = withDistrict.exec(found)?.groups ?? {};
      return {
        office: { value: found, quote },
        stem: stem || found,
        ...(district && { district: { value: district, quote } }),
      };
    }
    start += line.length + 1;
  }
  return {};
}
