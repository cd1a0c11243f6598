import { describe, expect, test } from 'vitest';
import { problemThemes, themeName } from './problem-themes.ts';
import { classifyThemes, saysNothing } from './problems.ts';

/** One plain sentence a theme. */
const examples: Record<string, string> = {
  awareness: '部分科室绩效管理意识有待进一步提高，重分配轻管理。',
  capacity: '经办人员变动频繁，缺少系统性的培训。',
  target_setting: '个别绩效指标不够量化，可衡量性不强。',
  target_adjustment: '年中任务变化后未及时调整绩效指标。',
  budget_prep: '预算编制不够精准，与实际工作脱节。',
  budget_change: '年中追加预算较多，预算约束力不强。',
  slow_execution: '部分资金支出进度慢，年末结余较大。',
  monitoring: '“双监控”落实不到位，纠偏不及时。',
  eval_quality: '个别项目自评流于形式，佐证材料不足。',
  result_use: '绩效与预算“两张皮”，评价结果应用不足。',
  procurement: '个别采购程序不够规范，存在平台外采购。',
  sme_share: '面向中小企业采购金额占比为77%，未达预留份额。',
  contract: '个别合同逾期备案。',
  assets: '部分资产账实不符，存在闲置。',
  finance_compliance: '往来款长期挂账，报销审批不够严格，财务管理有待规范。',
  revenue: '租金收入未及时上缴，收支两条线落实不到位。',
  disclosure: '决算公开不及时，材料归档滞后。',
  cost_control: '“三公”经费增长，公务用车超编。',
  delivery: '个别工程拖延，尚未完成竣工验收。',
  institution: '内部管理制度不健全，科室职责不清。',
};

test('every theme has an example, and the example is of this theme', () => {
  expect(Object.keys(examples).sort()).toEqual(problemThemes.map(({ slug }) => slug).sort());
  for (const [slug, text] of Object.entries(examples)) expect(classifyThemes(text), text).toContain(slug);
});

describe('classifyThemes', () => {
  test('several themes, in the order in which the text speaks of them', () => {
    expect(classifyThemes('预算执行进度偏慢；绩效目标设置不够细化。')).toEqual([
      'slow_execution',
      'target_setting',
    ]);
  });

  test('a matter that is merely mentioned is no theme', () => {
    expect(classifyThemes('本部门需根据项目实际情况调整指标，对资金使用进度要有预判。')).toEqual([]);
  });

  test.each(['暂无', '无', '无。', '暂无存在问题', '暂 无', '目前不存在重大问题。'])(
    '%s says nothing',
    (text) => {
      expect(saysNothing(text)).toBe(true);
      expect(classifyThemes(text)).toEqual([]);
    },
  );

  test('hard line breaks do not matter', () => {
    expect(classifyThemes('绩效管理意\n识有待提\n\n高')).toEqual(['awareness']);
  });
});

test('names in both languages', () => {
  expect(themeName('assets', 'zh-CN')).toBe('资产管理');
  expect(themeName('assets', 'en')).toBe('Assets');
  expect(themeName('gone', 'en')).toBe('gone');
  expect(new Set(problemThemes.map(({ slug }) => slug)).size).toBe(problemThemes.length);
});
