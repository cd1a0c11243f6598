/** One class of problems that offices report. */
interface ProblemTheme {
  slug: string;
  zh: string;
  en: string;
}

/** The taxonomy, in the order in which themes are listed; the words by which each is known are in `problems.ts`. */
export const problemThemes = [
  { slug: 'awareness', zh: '绩效意识不强', en: 'Weak performance awareness' },
  { slug: 'capacity', zh: '人员能力与培训不足', en: 'Staff capacity and training' },
  { slug: 'target_setting', zh: '目标指标设置不科学', en: 'Targets poorly set' },
  { slug: 'target_adjustment', zh: '指标调整不及时', en: 'Targets not adjusted in time' },
  { slug: 'budget_prep', zh: '预算编制不精准', en: 'Budget preparation imprecise' },
  { slug: 'budget_change', zh: '预算调整追加大', en: 'Large budget changes' },
  { slug: 'slow_execution', zh: '执行率低、结转多', en: 'Slow execution, large carry-over' },
  { slug: 'monitoring', zh: '监控与过程管理弱', en: 'Weak monitoring' },
  { slug: 'eval_quality', zh: '自评质量不高或未开展', en: 'Evaluation weak or missing' },
  { slug: 'result_use', zh: '结果应用不足', en: 'Results not used' },
  { slug: 'procurement', zh: '采购不规范', en: 'Irregular procurement' },
  { slug: 'sme_share', zh: '中小企业份额未达', en: 'Share for small and medium firms missed' },
  { slug: 'contract', zh: '合同签订备案', en: 'Contract signing and filing' },
  { slug: 'assets', zh: '资产管理', en: 'Assets' },
  { slug: 'finance_compliance', zh: '财务核算合规', en: 'Accounting compliance' },
  { slug: 'revenue', zh: '收入上缴', en: 'Revenue not paid in' },
  { slug: 'disclosure', zh: '信息公开与档案', en: 'Disclosure and records' },
  { slug: 'cost_control', zh: '三公与运行成本', en: 'Running cost' },
  { slug: 'delivery', zh: '项目实施滞后', en: 'Projects delivered late' },
  { slug: 'institution', zh: '制度与协同', en: 'Rules and coordination' },
] as const satisfies readonly ProblemTheme[];
export type ThemeSlug = (typeof problemThemes)[number]['slug'];

/** The theme's name in the language of the interface; the slug itself for a theme that no longer exists. */
export function themeName(slug: string, language: string): string {
  const theme = problemThemes.find((one) => one.slug === slug);
  if (!theme) return slug;
  return language.startsWith('zh') ? theme.zh : theme.en;
}
