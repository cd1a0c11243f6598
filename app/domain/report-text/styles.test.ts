import { describe, expect, test } from 'vitest';
import { readReport } from './read-report.ts';

/** Short invented texts in the wordings and layouts in which such reports come. Names are invented. */
const head = '2023年度云溪区青石街道办事处部门整体支出绩效自评报告\n一、基本情况\n（一）部门整体收支情况\n';

function amountsOf(body: string, opening = head) {
  const { amounts } = readReport(opening + body);
  return Object.fromEntries(Object.entries(amounts).map(([field, read]) => [field, read?.value]));
}

function ratesOf(body: string) {
  const { rates } = readReport(head + body);
  return Object.fromEntries(Object.entries(rates).map(([field, read]) => [field, read?.value]));
}

describe('units and numbers', () => {
  test('亿元, and 亿 with 万元', () => {
    expect(amountsOf('2023年预算数1.01583600亿元，执行数9763.97万元。')).toEqual({
      budget_total: '101583600.00',
      executed_total: '97639700.00',
    });
    expect(amountsOf('2023年全年预算数1亿2345.67万元，执行数1.2亿元。')).toEqual({
      budget_total: '123456700.00',
      executed_total: '120000000.00',
    });
  });

  test('元 with thousands separators', () => {
    expect(
      amountsOf(
        '2023年本年支出合计101,583,600.55元，其中：基本支出31,709,400.00元，项目支出69,874,200.55元。',
      ),
    ).toEqual({
      executed_total: '101583600.55',
      expenditure_basic: '31709400.00',
      expenditure_project: '69874200.55',
    });
  });

  test('full-width digits and punctuation', () => {
    expect(amountsOf('２０２３年预算数１０１５８．３６万元，执行数９７６３．９７万元。')).toEqual({
      budget_total: '101583600.00',
      executed_total: '97639700.00',
    });
  });

  test('spaces inside numbers, and every figure apart', () => {
    expect(amountsOf('2 0 2 3 年预算数 10 158. 36 万元，执行数 9 7 6 3 . 9 7 万元。')).toEqual({
      budget_total: '101583600.00',
      executed_total: '97639700.00',
    });
  });

  test('look-alike radicals', () => {
    expect(amountsOf('2023年⽀出合计100万元，其中：基本⽀出60万元，项⽬⽀出40万元。')).toEqual({
      executed_total: '1000000.00',
      expenditure_basic: '600000.00',
      expenditure_project: '400000.00',
    });
  });

  test('a year is never an amount, and a count is none', () => {
    expect(amountsOf('2023年预算执行情况良好。全年支出涉及2023个项目、服务9763人次。')).toEqual({});
  });

  test('unit in brackets', () => {
    expect(amountsOf('2023年预算数10158.36（万元），执行数9763.97（万元）。')).toEqual({
      budget_total: '101583600.00',
      executed_total: '97639700.00',
    });
  });
});

describe('what kind of figure', () => {
  test('initial, adjusted and final are kept apart', () => {
    expect(
      amountsOf('2023年年初预算数为8000万元，调整预算数为9200万元，决算数为9100万元，完成调整预算的98.91%。'),
    ).toEqual({
      budget_initial: '80000000.00',
      budget_adjusted: '92000000.00',
      executed_total: '91000000.00',
    });
  });

  test('the execution rate is of the whole budget, not of the initial one, of one source or of revenue', () => {
    expect(ratesOf('2023年预算数100万元，执行数95万元，预算执行率为95%。')).toEqual({ execution_rate: '95' });
    expect(ratesOf('2023年支出决算120万元，完成年初预算的120%。')).toEqual({});
    expect(ratesOf('2023年一般公共预算执行率98%。收入预算100万元，收入完成预算的97%。')).toEqual({});
  });

  test('last year beside this year', () => {
    expect(
      amountsOf(
        '2022年收入合计5000万元，支出合计4900万元；2023年收入合计6000万元，比上年增加1000万元，增长20%，支出合计5800万元，比上年4900万元增加900万元。',
      ),
    ).toEqual({
      revenue_total: '60000000.00',
      revenue_change: '10000000.00',
      executed_total: '58000000.00',
      expenditure_change: '9000000.00',
    });
  });

  test('a fall is negative', () => {
    const body = '2023年度收支总额均为6567.06万元，较上年决算数减少710.50万元，下降9.76%。';
    expect(amountsOf(body)).toEqual({
      revenue_total: '65670600.00',
      executed_total: '65670600.00',
      revenue_change: '-7105000.00',
      expenditure_change: '-7105000.00',
    });
    expect(ratesOf(body)).toEqual({ revenue_change: '-9.76', expenditure_change: '-9.76' });
  });

  test('a change against the budget is no change on last year', () => {
    expect(amountsOf('2023年支出合计900万元，比年初预算增加100万元，增长12.5%。')).toEqual({
      executed_total: '9000000.00',
    });
  });

  test('a change of a balance, of a budget or of one source is none of revenue or spending', () => {
    const balance = '2023年收入总计120万元，支出总计120万元。与2022年度相比，收入增加9万元，增长8.1%。';
    expect(amountsOf(balance)).toEqual({});
    expect(ratesOf(balance)).toEqual({});
    expect(ratesOf(`${balance}本年支出合计100万元，比上年增加5万元，增长5.26%。`)).toEqual({
      expenditure_change: '5.26',
    });
    expect(amountsOf('2023年收入预算比上年增加9万元，增长8.1%。')).toEqual({});
    const ofSource = '一般公共预算财政拨款支出决算情况\n2023年支出较上年增加9万元，增长8.1%。';
    expect(amountsOf(`（二）${ofSource}`)).toEqual({});
  });

  test('revenue is never spending: a 其中 chain stays on its side', () => {
    expect(
      amountsOf(
        '2023年决算收入1000万元，其中：一般公共预算财政拨款800万元，占80%；政府性基金预算财政拨款150万元，占15%；其他收入50万元。2023年决算支出990万元，其中：一般公共预算财政拨款支出790万元；政府性基金支出150万元；国有资本经营预算支出50万元。',
      ),
    ).toEqual({
      revenue_total: '10000000.00',
      revenue_general: '8000000.00',
      revenue_gov_fund: '1500000.00',
      revenue_other: '500000.00',
      executed_total: '9900000.00',
      expenditure_general: '7900000.00',
      expenditure_gov_fund: '1500000.00',
      expenditure_state_capital: '500000.00',
    });
  });

  test('parts of a budget are not spending', () => {
    expect(amountsOf('2023年年初预算数1000万元，其中：基本支出600万元，项目支出400万元。')).toEqual({
      budget_initial: '10000000.00',
    });
  });

  test('a revenue budget is neither revenue nor the budget', () => {
    expect(amountsOf('2023年部门预算收入1000万元，预算支出1000万元。')).toEqual({
      budget_total: '10000000.00',
    });
  });

  test('a chain in brackets, and the share after it', () => {
    const body =
      '2023年支出100万元，其中：基本支出60万元（人员经费50万元、日常公用经费10万元），占60%；项目支出40万元，占40%。';
    expect(amountsOf(body)).toEqual({
      executed_total: '1000000.00',
      expenditure_basic: '600000.00',
      expenditure_personnel: '500000.00',
      expenditure_public: '100000.00',
      expenditure_project: '400000.00',
    });
    expect(ratesOf(body)).toEqual({ expenditure_basic_share: '60', expenditure_project_share: '40' });
  });

  test('分别为', () => {
    expect(
      amountsOf('2023年收入、支出分别为100万元、90万元。基本支出和项目支出分别为50万元和40万元。'),
    ).toEqual({
      revenue_total: '1000000.00',
      executed_total: '900000.00',
      expenditure_basic: '500000.00',
      expenditure_project: '400000.00',
    });
  });

  test('the money of one project is not the office’s', () => {
    expect(
      amountsOf(
        '2023年支出合计100万元。垃圾分类项目预算数20万元，执行数19万元。社区微改造专项，年初预算30万元，实际支出28万元。',
      ),
    ).toEqual({ executed_total: '1000000.00' });
  });

  test('a balancing total counts only where the parts add up to it', () => {
    expect(
      amountsOf('2023年收入总计120万元，支出总计120万元。本年支出合计100万元，年末结转和结余20万元。'),
    ).toEqual({
      executed_total: '1000000.00',
      carryover_closing: '200000.00',
    });
    expect(amountsOf('2023年支出总计100万元，其中：基本支出60万元，项目支出40万元。')).toMatchObject({
      executed_total: '1000000.00',
    });
  });

  test('carry-over of both ends', () => {
    expect(
      amountsOf('年初结转和结余15万元，本年收入合计100万元，本年支出合计95万元，结转下年20万元。'),
    ).toEqual({
      carryover_opening: '150000.00',
      revenue_total: '1000000.00',
      executed_total: '950000.00',
      carryover_closing: '200000.00',
    });
  });

  test('a numbered list under its announcement', () => {
    expect(
      amountsOf('2023年支出合计100万元，其中：\n1.基本支出60万元。\n2.项目支出40万元。\n三公情况见附件。'),
    ).toEqual({
      executed_total: '1000000.00',
      expenditure_basic: '600000.00',
      expenditure_project: '400000.00',
    });
    expect(
      amountsOf(
        '1、收入：792.22万元。同比上年度增加189.25万元。\n2、支出：799.12万元。其中：人员经费支出434.89万元，公用经费支出77.4万元，项目支出286.83万元。',
      ),
    ).toEqual({
      revenue_total: '7922200.00',
      revenue_change: '1892500.00',
      executed_total: '7991200.00',
      expenditure_personnel: '4348900.00',
      expenditure_public: '774000.00',
      expenditure_project: '2868300.00',
    });
  });

  test('三公 and running cost: budget and actual', () => {
    expect(
      amountsOf(
        '2023年“三公”经费预算数5万元，实际支出3.34万元，比上年减少0.5万元，其中：公务接待费1万元。公用经费预算124.78万元，实际支出124.36万元。',
      ),
    ).toEqual({
      three_public_budget: '50000.00',
      three_public_actual: '33400.00',
      public_funds_budget: '1247800.00',
      public_funds_actual: '1243600.00',
    });
  });

  test('procurement from small and medium firms', () => {
    const body = '2023年政府采购支出总额500万元，其中授予中小企业合同金额300万元，占政府采购支出总额的60%。';
    expect(amountsOf(body)).toEqual({ sme_actual: '3000000.00' });
    expect(ratesOf(body)).toEqual({});
  });
});

describe('more wordings of the accounts', () => {
  test.each([
    [
      '我街2023年度年初预算批复数为9,000万元，年中调整为10,158.36万元，年末实际支出9,763.97万元。',
      { budget_initial: '90000000.00', budget_adjusted: '101583600.00', executed_total: '97639700.00' },
    ],
    [
      '截至2023年12月31日，街道当年财政下达预算指标10158.36万元，已支出9763.97万元。',
      { budget_total: '101583600.00', executed_total: '97639700.00' },
    ],
    [
      '预算数：10158.36万元；执行数：9763.97万元；执行率：96.12%。',
      { budget_total: '101583600.00', executed_total: '97639700.00' },
    ],
    [
      '2023年部门预算总额为12,000.00万元，其中年初预算11,000.00万元，年中追加1,000.00万元。全年累计支出11,500.00万元。',
      { budget_total: '120000000.00', budget_initial: '110000000.00', executed_total: '115000000.00' },
    ],
    [
      '本年度总支出决算数为18495.84万元，较上年15513.22万元增加2982.62万元，增幅19.23%。',
      { executed_total: '184958400.00', expenditure_change: '29826200.00' },
    ],
    [
      '2023年度支出决算总额9763.97万元。其中：工资福利支出2000万元，商品和服务支出500万元，一般公共服务支出15.75万元。',
      { executed_total: '97639700.00' },
    ],
    [
      '2023年收入合计9864.81万元，其中财政拨款收入9686.88万元，占98.2%；其他收入177.93万元。',
      { revenue_total: '98648100.00', revenue_other: '1779300.00' },
    ],
    [
      '按支出性质分：基本支出4000万元（其中：人员支出3700万元，公用支出300万元），项目支出5800万元。',
      {
        expenditure_basic: '40000000.00',
        expenditure_personnel: '37000000.00',
        expenditure_public: '3000000.00',
        expenditure_project: '58000000.00',
      },
    ],
    ['2023年度本部门收入、支出总计均为9763.97万元。与2022年度相比，收、支总计各减少500万元，下降4.87%。', {}],
    ['2023年城市维护项目安排资金500万元，支出480万元；党建专项经费预算30万元。', {}],
  ])('%s', (body, amounts) => expect(amountsOf(body)).toEqual(amounts));

  test('a section on targets, tasks or projects holds no accounts', () => {
    const tasks =
      '2023年度云溪区青石街道办事处部门整体支出绩效自评报告\n（二）年度重点工作任务\n今年支出279万元，收入500万元。\n';
    expect(amountsOf('', tasks)).toEqual({});
  });
});

describe('wordings that must not be taken for others', () => {
  test('what an area took in taxes is no revenue of the office', () => {
    expect(amountsOf('2023年一般公共预算收入完成3.18亿元，增长6.2%。')).toEqual({});
    expect(amountsOf('2023年固定资产投资32亿元，一般公共预算收入3.18亿元。')).toEqual({});
    expect(amountsOf('2023年收入合计9万元，其中：一般公共预算收入9万元。')).toMatchObject({
      revenue_general: '90000.00',
    });
  });

  test('by how much a budget was adjusted is no adjusted budget', () => {
    expect(amountsOf('2023年年初预算100万元，预算调整数20万元，预算控制率20%。')).toEqual({
      budget_initial: '1000000.00',
    });
    expect(amountsOf('2023年因追加防控经费，调增预算20万元，调整后预算为120万元。')).toEqual({
      budget_adjusted: '1200000.00',
    });
    expect(amountsOf('2023年根据项目实施情况调减20万元，调整后预算为80万元。')).toEqual({
      budget_adjusted: '800000.00',
    });
  });

  test('an aside that says which budget it is', () => {
    expect(amountsOf('2023年支出预算（调整后）100万元，支出决算（含上年结转）90万元。')).toEqual({
      budget_adjusted: '1000000.00',
      executed_total: '900000.00',
    });
  });

  test('revenue under a heading on the spending of one source is not that of the source', () => {
    const heading = '（二）一般公共预算支出情况\n';
    expect(amountsOf(`${heading}2023年本年收入90万元，支出80万元。`)).toEqual({
      expenditure_general: '800000.00',
    });
  });

  test('what a list item named as a fund spends is its own', () => {
    expect(amountsOf('2023年支出100万元。\n- 保洁经费：年初预算20万元，支出19万元。')).toEqual({
      executed_total: '1000000.00',
    });
  });
});

describe('budgets and rates in passing', () => {
  test('the budget that spending is held against', () => {
    const words = '2023年“三公”经费支出4.9万元，较预算的6万元节约1.1万元。';
    expect(amountsOf(words)).toEqual({ three_public_actual: '49000.00', three_public_budget: '60000.00' });
    expect(amountsOf('2023年“三公”经费决算数4.9万元，比预算数6万元减少1.1万元。')).toMatchObject({
      three_public_budget: '60000.00',
    });
    expect(amountsOf('2023年“三公”经费支出4.9万元，比预算减少1.1万元。')).toEqual({
      three_public_actual: '49000.00',
    });
  });

  test('spending as a percentage of the budget', () => {
    expect(ratesOf('2023年累计支出90万元，为全年可用预算的90%。')).toEqual({ execution_rate: '90' });
    expect(ratesOf('2023年“三公”经费支出9万元，为全年预算的90%。')).toEqual({});
    expect(ratesOf('2023年支出90万元，为年初预算的90%。')).toEqual({});
    expect(ratesOf('2023年全年预算数100万元，支出完成率97.95%。')).toEqual({ execution_rate: '97.95' });
  });

  test('of two budgets the one that the rate bears out, also out of a formula', () => {
    const words =
      '2023年支出预算100万元。决算支出99万元。预算完成率=（决算支出99万元/全年预算110万元）×100%=90%。';
    expect(amountsOf(words)).toMatchObject({ budget_total: '1100000.00', executed_total: '990000.00' });
  });

  test('last year’s total in a clause of its own', () => {
    const words = '与2022年度实际支出90万元相比，增加10万元，增长11.11%。';
    expect(amountsOf(words)).toEqual({ expenditure_change: '100000.00' });
    expect(ratesOf(words)).toEqual({ expenditure_change: '11.11' });
  });

  test('a rate after the parts is of the whole only where the amounts say so', () => {
    const words = (rate: string) =>
      `2023年预算100万元，支出90万元，其中：基本支出60万元，项目支出30万元，执行率${rate}。`;
    expect(ratesOf(words('90%'))).toEqual({ execution_rate: '90' });
    expect(ratesOf(words('95%'))).toEqual({});
  });

  test.each(['执行率月均', '月度支出进度的平均值', '月平均支出率', '月均执行率', '支出进度平均值'])(
    '%s',
    (name) => expect(ratesOf(`2023年一般公共预算${name}为95.2%。`)).toEqual({ spending_progress: '95.2' }),
  );

  test('the mean of all offices is no rate of this one', () =>
    expect(ratesOf('2023年全区月均支出进度为95.2%。')).toEqual({}));
});

describe('points', () => {
  const scoresIn = (words: string) =>
    readReport(`${head}二、绩效自评情况\n${words}`).scores.map(({ name, score, max }) => [name, score, max]);

  test.each([
    ['（一）预算执行情况得分19.00分（20分×95.02%）。', [['预算执行情况', '19.00', '20']]],
    [
      '（一）自评得分95.50分，其中部门决策25分，得24分；部门管理20分，得18.6分；部门绩效55分，得52.9分。',
      [
        ['total', '95.50', undefined],
        ['部门决策', '24', '25'],
        ['部门管理', '18.6', '20'],
        ['部门绩效', '52.9', '55'],
      ],
    ],
    ['2.预算执行（4分）。财务管理合规性2分，因年中调剂较多扣0.5分，自评3.5分。', [['预算执行', '3.5', '4']]],
    [
      '（四）自评质量\n部门整体支出自评得分为93.60分，其中：绩效结果应用得分9.50分，履职绩效得分55.00分。',
      [
        ['total', '93.60', undefined],
        ['绩效结果应用', '9.50', undefined],
        ['履职绩效', '55.00', undefined],
      ],
    ],
    [
      '经综合自评，得分为93.9分（预算执行9.71分、产出46.19分、效益38.0分），较上年自评得分提高1.4分。',
      [
        ['total', '93.9', undefined],
        ['预算执行', '9.71', undefined],
        ['产出', '46.19', undefined],
        ['效益', '38.0', undefined],
      ],
    ],
    ['3.支付进度率（4分）。1—9月支付进度74.1%，均达到序时进度，得4分。', [['支付进度率', '4', '4']]],
    ['2.预算调整率（4分）。调整率5.72%，扣0.6分，得3.4分。', [['预算调整率', '3.4', '4']]],
    ['（一）预算执行情况\n预算执行率92.19%，得9.22分（满分10分）。', [['预算执行率', '9.22', '10']]],
    ['（一）预算执行率指标：权重10分，得分9.66分。', [['预算执行率', '9.66', '10']]],
    [
      '2.预算执行（4分）。预算编制约束性执行良好，自评2分；财务管理合规性较好，自评1.5分。',
      [
        ['预算编制约束性', '2', undefined],
        ['财务管理合规性', '1.5', undefined],
      ],
    ],
    [
      '（三）绩效结果应用\n内部应用分值5分，自评5分；整改反馈分值5分，自评4.5分。',
      [
        ['内部应用', '5', '5'],
        ['整改反馈', '4.5', '5'],
      ],
    ],
    // which of the two is the section's nobody can tell
    ['（一）投入（15分）。目标设定合理，得4分；制度健全，得5分。', []],
    [
      '（四）满意度：权重10分，得分9.20分。\n总得分95.16分，自评等级“优”。',
      [
        ['total', '95.16', undefined],
        ['满意度', '9.20', '10'],
      ],
    ],
    ['（一）自评结论\n综合各项指标，自评得分96.86分。', [['total', '96.86', undefined]]],
  ])('%s', (words, scores) => expect(scoresIn(words)).toEqual(scores));
});

describe('projects in a sentence and in lists', () => {
  const projectsIn = (words: string) =>
    readReport(`${head}二、重点项目绩效自评情况\n${words}`).keyProjects.map(({ name, score }) => [
      name,
      score,
    ]);

  test('each that is named as one', () => {
    expect(
      projectsIn('2个重点项目有：绿化养护项目，预算60万元，自评96分；保洁经费，预算30万元，自评98分。'),
    ).toEqual([
      ['绿化养护项目', '96'],
      ['保洁经费', '98'],
    ]);
    expect(projectsIn('绿化养护项目自评情况：资金投入，支出60万元；该项目，自评得分96分。')).toEqual([]);
  });

  test('marks at the head of a line, quotes inside a name', () => {
    expect(projectsIn('- “两优”工作经费：预算60万元，自评96分。\n- “绿化养护项目”：自评98分。')).toEqual([
      ['“两优”工作经费', '96'],
      ['绿化养护项目', '98'],
    ]);
  });
});

test('problems with their measures, and what was done about them as the last item', () => {
  const listsIn = (words: string) => {
    const { problems, measures } = readReport(`${head}五、存在的问题及下一步措施\n${words}`);
    return [problems, measures].map((list) => list.map(({ text }) => text));
  };
  expect(listsIn('1.问题：预算调整较大。措施：提前对接。\n2.问题：资料不规范。措施：专人负责。\n')).toEqual([
    ['预算调整较大。', '资料不规范。'],
    ['提前对接。', '专人负责。'],
  ]);
  expect(listsIn('（一）资金拨付不及时。\n（二）整改情况：加快资金分解下达。\n')).toEqual([
    ['资金拨付不及时。'],
    ['加快资金分解下达。'],
  ]);
  expect(listsIn('——资金拨付不及时。\n——资产账实不符。\n')[0]).toEqual([
    '资金拨付不及时。',
    '资产账实不符。',
  ]);
});

test('a section on both that names each part, and a line that announces its only item', () => {
  const { problems, measures } = readReport(
    `${head}（二）存在问题及改进措施。\n存在问题：一是追加较多；二是指标偏低。\n改进措施：一是细化预算；二是参照标准。\n（三）其他建议。加强培训。`,
  );
  expect(problems.map(({ text }) => text)).toEqual(['追加较多；', '指标偏低。']);
  expect(measures.map(({ text }) => text).slice(0, 2)).toEqual(['细化预算；', '参照标准。']);
  const told = readReport(
    `${head}二、问题与不足\n从自评看，主要存在以下不足：全员绩效意识有待增强。\n三、下步打算\n纳入年度考核。`,
  );
  expect(told.problems).toMatchObject([{ text: '全员绩效意识有待增强。', themes: ['awareness'] }]);
  expect(told.measures).toMatchObject([{ text: '纳入年度考核。' }]);
});

test('marked-up headings, and a unit below the table', () => {
  const text = `# 云溪区青石街道办事处2023年度部门整体支出绩效自评报告\n## 一、收支情况\n
| 项目 | 年初预算数 | 决算数 |\n|---|---|---|\n| 基本支出 | 60.00 | 55.00 |\n| 项目支出 | 40.00 | 35.00 |\n| 合计 | 100.00 | 90.00 |\n
注：单位为万元。\n## 二、存在的问题\n- 预算编制不够精细。\n- 采购程序不规范。`;
  const { amounts, problems } = readReport(text);
  expect(amounts).toMatchObject({
    budget_initial: { value: '1000000.00' },
    executed_total: { value: '900000.00' },
    expenditure_basic: { value: '550000.00' },
  });
  expect(problems.map((one) => one.text)).toEqual(['预算编制不够精细。', '采购程序不规范。']);
});

describe('who and when', () => {
  test.each([
    ['广州市番禺区人民政府大龙街道办事处2021年度部门整体支出绩效自评报告', '番禺区', '大龙街道', 2021],
    ['广州市白云区同和街道办事处2021年度部门整体支出绩效自评报告', '白云区', '同和街道', 2021],
    ['大龙街道办2021年部门整体支出绩效自评报告\n番禺区财政局：', '番禺区', '大龙街道', 2021],
    ['2021年度部门整体支出绩效自评报告\n单位名称：广州市番禺区大龙街道办事处', '番禺区', '大龙街道', 2021],
    ['二〇二二年度番禺区大龙街道办事处整体支出绩效自评报告', '番禺区', '大龙街道', 2022],
    ['上海市浦东新区陆家嘴街道办事处2022年度部门整体支出绩效自评报告', '浦东新区', '陆家嘴街道', 2022],
    ['关于越秀区北京街道2023年部门整体支出绩效自评的报告', '越秀区', '北京街道', 2023],
    [
      '中共广州市天河区五山街道工作委员会\n2023年部门整体支出绩效自评报告\n五山街2023年支出100万元。',
      '天河区',
      '五山街道',
      2023,
    ],
    ['广州市增城区中新镇人民政府2022年度部门整体支出绩效自评报告', '增城区', '中新镇', 2022],
    [
      '根据《关于做好2024年绩效评价工作的通知》，现将黄埔区鱼珠街道办事处2023年度部门整体支出绩效自评情况报告如下',
      '黄埔区',
      '鱼珠街道',
      2023,
    ],
  ])('%s', (text, district, office, year) => {
    const reading = readReport(text);
    expect([reading.district?.value, reading.office?.value, reading.year?.value]).toEqual([
      district,
      office,
      year,
    ]);
  });

  test('no district is made up', () => {
    expect(readReport('青石街道2023年部门整体支出绩效自评报告，服务社区居民。')).toMatchObject({
      office: { value: '青石街道' },
      district: undefined,
    });
  });
});
