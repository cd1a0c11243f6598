import type { DocxBlock, DocxCell } from './docx-file.ts';
import { publishedText } from './report-record.ts';

/** A cell over several columns or rows. */
const over = (text: string, across: number, down = 1): DocxCell => ({ text, across, down });

const reports: Record<string, { money: [string, DocxCell[][]]; scores: [string, DocxCell[][]] }> = {
  'baihedong-2023': {
    money: [
      '（三）部门整体支出绩效目标',
      [
        [over('部门整体支出情况表', 4)],
        [over('单位：万元', 4)],
        ['项目', '预算数', '执行数', '完成率'],
        ['支出合计', '10158.36', '9763.97', '96.12%'],
        ['其中：一般公共预算财政拨款', '', '6236.37', ''],
        ['政府性基金预算财政拨款', '', '3349.67', ''],
        ['其他资金', '', '177.93', ''],
        ['其中：基本支出', '', '2515.75', ''],
        ['项目支出', '', '7248.22', ''],
        ['公用经费', '124.78', '124.36', ''],
        ['“三公”经费', '3.34', '3.34', ''],
        ['年末结转和结余', '', '400.84', ''],
      ],
    ],
    scores: [
      '三、存在的主要问题',
      [
        ['一级指标', '二级指标', '分值', '自评得分'],
        [over('履职效能', 2), '50', '49.47'],
        [over('管理效率', 1, 8), '小计', '50', '46.5'],
        ['预算编制', '3', '3'],
        ['预算执行', '4', '3.5'],
        ['信息公开', '4', '4'],
        ['绩效管理', '15', '14'],
        ['采购管理', '10', '9.5'],
        ['资产管理', '10', '8.5'],
        ['运行成本', '4', '4'],
        [over('合计', 2), '100', '95.97'],
      ],
    ],
  },
  'jiahe-2023': {
    money: [
      '（五）部门整体绩效管理情况',
      [
        [over('收入支出决算总表', 4)],
        [over('单位：万元', 4)],
        [over('收入', 2), over('支出', 2)],
        ['项目', '决算数', '项目', '决算数'],
        ['一般公共预算财政拨款收入', '18121.59', '基本支出', '3170.94'],
        ['政府性基金预算财政拨款收入', '374.25', '其中：人员经费', '2987.69'],
        ['', '', '日常公用经费', '183.25'],
        ['本年收入合计', '18495.84', '本年支出合计', '18495.84'],
      ],
    ],
    scores: [
      '三、',
      [
        ['一级指标', '二级指标', '自评得分'],
        [over('履职效能', 2), '49.7'],
        [over('管理效率', 1, 8), '小计', '49.77'],
        ['预算编制', '3'],
        ['预算执行', '4'],
        ['信息公开', '3'],
        ['绩效管理', '15'],
        ['采购管理', '9.77'],
        ['资产管理', '10'],
        ['运行成本', '4'],
        [over('总分', 2), '99.47'],
      ],
    ],
  },
};

/** A published report with its figures in tables too, as other offices print them: paragraphs without the cuts of its pages. */
export function reportWithTables(name: string): DocxBlock[] {
  const { money, scores } = reports[name] ?? raise(name);
  const paragraphs = publishedText(name)
    .replace(/(?<=[^\n]{45}[^。；：\n])\s*\n\s*/g, '')
    .split(/\s*\n\s*/);
  const rows = (table: DocxCell[][]): DocxBlock[] => [table];
  return paragraphs.flatMap((paragraph) => {
    const before = [money, scores].filter(([place]) => paragraph.startsWith(place));
    return [...before.flatMap(([, table]) => rows(table)), paragraph];
  });
}

/** Whether the paragraph states a figure that may stand in a table as well. */
export function proseWithFigures(block: DocxBlock): boolean {
  return typeof block === 'string' && /\d *(?:万元|元|%|分)/.test(block);
}

/** As plain text: a tab between the cells, nothing where a cell goes on. */
export function asPlainText(blocks: readonly DocxBlock[]): string {
  return blocks
    .flatMap((block) => (typeof block === 'string' ? [block] : gridOf(block).map((row) => row.join('\t'))))
    .join('\n');
}

/** As a page, for whoever prints it. */
export function asHtml(blocks: readonly DocxBlock[]): string {
  return blocks.map((block) => (typeof block === 'string' ? `<p>${block}</p>` : htmlTable(block))).join('');
}

function htmlTable(rows: readonly DocxCell[][]): string {
  const cell = (one: DocxCell) => {
    const { text, across = 1, down = 1 } = typeof one === 'string' ? { text: one } : one;
    return `<td colspan="${across}" rowspan="${down}">${text}</td>`;
  };
  return `<table border="1" style="border-collapse: collapse">${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
}

function gridOf(rows: readonly DocxCell[][]): string[][] {
  const grid: string[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    for (const one of row) {
      const { text, across = 1, down = 1 } = typeof one === 'string' ? { text: one } : one;
      const line = grid[at] ?? [];
      const free = line.indexOf(undefined as unknown as string);
      const from = free < 0 ? line.length : free;
      for (let i = 0; i < down; i += 1)
        for (let j = 0; j < across; j += 1) (grid[at + i] ?? [])[from + j] = i + j === 0 ? text : '';
    }
  }
  return grid;
}

function raise(name: string): never {
  throw new Error(`no tables for ${name}`);
}
