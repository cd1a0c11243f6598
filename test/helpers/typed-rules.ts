/** A rule of each kind as one types it, what its row says then; then one change, and what the row says after that. */
export const typedRules: {
  kind: string;
  fields: Record<string, string>;
  says: string;
  change: Record<string, string>;
  after: string;
}[] = [
  {
    ...{ kind: 'proportion', fields: { figure: 'execution_rate', fullAt: '95' }, says: '达到95%得满分' },
    ...{ change: { fullAt: '９６ %' }, after: '达到96%得满分' },
  },
  {
    ...{
      kind: 'threshold',
      fields: { figure: 'ratio', part: 'sme_actual', whole: 'sme_reserved', steps: '60 50\n95 100' },
    },
    ...{ says: '分档', change: { steps: '60 50\n90 100' }, after: '90%' },
  },
  {
    ...{
      kind: 'deduction',
      fields: { figure: 'execution_rate', limit: '95', beyond: 'below', step: '1', points: '0.2' },
    },
    ...{ says: '每低1个百分点扣0.2分', change: { points: '0.5' }, after: '扣0.5分' },
  },
  {
    ...{ kind: 'at_most', fields: { actual: 'three_public_actual', limitItem: 'three_public_budget' } },
    ...{
      says: '否则不得分',
      change: { actual: 'public_funds_actual', limitItem: 'public_funds_budget' },
      after: '公用经费',
    },
  },
  {
    ...{ kind: 'monthly_mean', fields: { source: '区财政局通报' }, says: '各月一般公共预算支出执行率' },
    ...{ change: { source: '区财政局按月通报' }, after: '各月一般公共预算支出执行率' },
  },
  {
    kind: 'one_of',
    fields: {
      ...{ 'option1.name': '结转率', 'option1.nameEn': 'Carry-over', 'option1.kind': 'proportion' },
      ...{ 'option1.figure': 'execution_rate', 'option1.fullAt': '95' },
      ...{ 'option2.name': '各月', 'option2.nameEn': 'Months', 'option2.kind': 'monthly_mean' },
    },
    says: '2种算法',
    change: {
      ...{ 'option3.name': '三公', 'option3.nameEn': 'Three public', 'option3.kind': 'at_most' },
      ...{ 'option3.actual': 'three_public_actual', 'option3.limitItem': 'three_public_budget' },
    },
    after: '3种算法',
  },
  {
    ...{
      kind: 'grade',
      fields: { metFrom: '90', partlyFrom: '70' },
      says: '达成得90%以上，部分达成得70%以上',
    },
    ...{ change: { metFrom: '80', partlyFrom: '60' }, after: '按完成情况分档评定' },
  },
  { kind: 'manual', fields: {}, says: '复核', change: { source: '绩效科' }, after: '复核' },
];
