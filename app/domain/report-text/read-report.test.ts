import { expect, test } from 'vitest';
import { guangdong2023 } from '../frameworks/guangdong-2023.ts';
import { inventedPhone } from './invented-phone.fixture.ts';
import { isOfficeReport, readReport } from './read-report.ts';
import { reportRecord } from './report-record.ts';
import { toSubmissionContent } from './to-submission-content.ts';

const report = `云溪区青石街道办事处2022年度部门整体支出绩效自评报告

填报人：张三丰   联系电话：${inventedPhone}   填报日期：2023年5月12日
根据《云溪区财政局关于开展2023年部门整体支出绩效自评工作的通知》要求，我街开展了自评，联系人：李四光，020-81234567。
- 1 -
一、部门基本情况
（一）部门职能。贯彻执行党的路线方针政策。下属事业单位3个，分别为：青石街道综合服务中心、青石街道综合保障中心、云溪区青石街道市政服务所。年末实有人员25人。
（二）部门整体收支情况。2022年我街年初部门预算为7,853.22万元；年中调整后预算为8,912.35万元。全年实际支出8,650.12万元，预算执行率97.06%。
二、绩效自评情况
根据评分表，我街2022年度部门整体支出绩效自评得分为96.8分。其中：履职效能自评得分48.5分（满分50分），管理效率自评得分48.3分。
1.预算编制情况（3分）。自评得3分。
2.预算执行。该指标分值4分，自评得分3.8分，扣分原因：部分项目支出进度较慢。
3.党建引领，满分2分，自评得分2分。
- 2 -
三、存在问题
（一）支出进度。
部分项目支出进度较慢，第一季度尤其如此。
（二）绩效目标设置不够细化。
四、下一步改进措施
（一）加快支出进度。
（二）细化绩效目标。
云溪区青石街道办事处
2023年5月12日
`;

const reading = readReport(report);

test('office, district, the year reported on and the day of filing', () => {
  expect(reading.office?.value).toBe('青石街道');
  expect(reading.district?.value).toBe('云溪区');
  expect(reading.year?.value).toBe(2022);
  expect(reading.filedOn?.value).toBe('2023-05-12');
});

test('scores by name, with the weight from the sentence or the heading and the reason given', () => {
  expect(reading.scores.map(({ quote: _, ...score }) => score)).toEqual([
    { name: 'total', score: '96.8' },
    { name: '履职效能', score: '48.5', max: '50' },
    { name: '管理效率', score: '48.3' },
    { name: '预算编制', score: '3', max: '3' },
    { name: '预算执行', score: '3.8', max: '4', reason: '部分项目支出进度较慢' },
    { name: '党建引领', score: '2', max: '2' },
  ]);
});

test('a score that the framework does not know is reported back', () => {
  const { content, unknownScores } = toSubmissionContent(reading, guangdong2023);
  expect(unknownScores.map(({ name }) => name)).toEqual(['党建引领']);
  expect(content.scores.map(({ node }) => node)).toEqual([
    'total',
    'effectiveness',
    'management',
    'management.budget_preparation',
    'management.budget_execution',
  ]);
});

test('problems and measures without signature and date', () => {
  expect(reading.problems.map(({ text, themes }) => [text, themes])).toEqual([
    ['支出进度。部分项目支出进度较慢，第一季度尤其如此。', ['slow_execution']],
    ['绩效目标设置不够细化。', ['target_setting']],
  ]);
  expect(reading.measures.map(({ text, problem }) => [text, problem])).toEqual([
    ['加快支出进度。', 0],
    ['细化绩效目标。', 1],
  ]);
});

test('units and staff', () => {
  expect(reading.subUnitsStated?.value).toBe(3);
  expect(reading.subUnits?.value).toEqual([
    '青石街道综合服务中心',
    '青石街道综合保障中心',
    '青石街道市政服务所',
  ]);
  expect(reading.staffing?.value).toBe(25);
});

test('names and telephone numbers of people are not in the reading, not even in a quote', () => {
  expect(JSON.stringify(reading)).not.toMatch(/张三丰|李四光|81234567/);
  expect(JSON.stringify(reading)).not.toContain(inventedPhone);
});

test('“暂无” is no problem', () => {
  const none = readReport('青石街道2023年部门整体支出绩效自评报告\n三、存在的问题\n暂无。\n四、改进措施\n无');
  expect(none.problems).toEqual([]);
  expect(none.measures).toEqual([]);
});

test('one heading for problems and measures', () => {
  const text =
    '青石街道2023年部门整体支出绩效自评报告\n五、存在问题及改进措施\n（一）预算编制不够精准。\n（二）部分资产闲置。\n针对上述问题，下一步将：\n1.细化预算编制。\n2.盘活资产。';
  const both = readReport(text);
  expect(both.problems.map(({ themes }) => themes)).toEqual([['budget_prep'], ['assets']]);
  expect(both.measures.map((one) => one.text)).toEqual(['细化预算编制。', '盘活资产。']);
});

test('indicators with other words for target and completion', () => {
  const text =
    '青石街道2023年部门整体支出绩效自评报告\n（一）产出指标完成情况\n1.数量指标\n微改造社区数量：目标值3个，实际完成值4个。\n2.时效指标\n工程按期完工率，年度指标值≥95%；实际完成98%。';
  expect(readReport(text).indicators.map(({ quote: _, ...one }) => one)).toEqual([
    { class: '数量指标', name: '微改造社区数量', target: '3个', completion: '4个' },
    { class: '时效指标', name: '工程按期完工率', target: '≥95%', completion: '98%' },
  ]);
});

test('a hard-wrapped text reads like the same text in paragraphs', () => {
  const other = readReport(report.split('\n').flatMap(wrap).join('\n\n'));
  const values = (one: typeof reading) =>
    Object.entries(one.amounts).map(([field, read]) => [field, read.value]);
  expect(values(other)).toEqual(values(reading));
  expect(other.scores.map(({ name, score }) => [name, score])).toEqual(
    reading.scores.map(({ name, score }) => [name, score]),
  );
});

test.each([
  '',
  '   \n',
  '今天天气很好，我们去公园散步。',
  '{"name":"x","version":"2023"}',
  '2023年荔湾区街道简介：共22个街道办事处。',
  '（（（\n））',
])('text that is no report: %j', (text) => expect(isOfficeReport(readReport(text))).toBe(false));

/** Lines of 52 half-width characters, as a PDF gives them. */
function wrap(paragraph: string): string[] {
  const lines = [''];
  let width = 0;
  for (const character of paragraph) {
    const own = character.charCodeAt(0) > 0xff ? 2 : 1;
    if (width + own > 52) lines.push('');
    width = width + own > 52 ? own : width + own;
    lines.push(`${lines.pop()}${character}`);
  }
  return lines;
}

test('a telephone number that runs into the year after it is taken out too', () => {
  const reading = readReport(`附件${inventedPhone}\n2023年得分3分。联系${inventedPhone}2023年总分5分。`);
  expect(JSON.stringify(reading)).not.toContain(inventedPhone);
});

const twice = (more: string) =>
  `青石街道2023年部门整体支出绩效自评报告\n一、收支情况\n2023年预算数100万元，执行数95万元。${more}\n二、执行分析\n2023年执行数59万元。`;

test('of two values the one that the sums bear out is taken, and the other is offered', () => {
  const { amounts, undecided } = readReport(twice('基本支出60万元，项目支出35万元。'));
  expect(amounts.executed_total).toMatchObject({ value: '950000.00', confidence: 'medium' });
  expect(amounts.executed_total?.competing?.map(({ value }) => value)).toEqual(['590000.00']);
  expect(amounts.budget_total?.confidence).toBe('high');
  expect(undecided).toBeUndefined();
});

test('of two values that nothing bears out none is taken, and both are printed', () => {
  const reading = readReport(twice(''));
  const { content } = toSubmissionContent(reading, guangdong2023);
  const record = reportRecord({
    source: '',
    text: '',
    reading,
    content,
    findings: [],
    framework: guangdong2023,
  });
  expect(record.amounts_yuan).toEqual({ budget_total: 1000000 });
  expect(record.competing?.executed_total?.map(({ value }) => value)).toEqual([950000, 590000]);
});

test('a problem and what will be done about it, stated within a sentence where no section speaks of them', () => {
  const read = (words: string) =>
    readReport(`云溪区青石街道办事处2022年度部门决算说明\n2022年预算数100万元，执行数90万元。\n${words}\n`);
  const reading = read('从评价情况来看，存在绩效指标细化程度不高的问题。下一步，将细化绩效指标。');
  expect(reading.problems).toMatchObject([{ text: '绩效指标细化程度不高', themes: ['target_setting'] }]);
  expect(reading.measures).toMatchObject([{ text: '细化绩效指标' }]);
  expect(read('经自查，我街不存在虚列支出等问题。下一步，将加强管理。').problems).toEqual([]);
});

test('last year’s score is not this year’s, and 预算绩效管理 no indicator', () => {
  const scores = (words: string) =>
    readReport(`云溪区青石街道办事处2023年度部门整体支出绩效自评报告\n${words}\n`).scores.map(
      ({ name, score }) => [name, score],
    );
  expect(scores('2022年度部门整体支出自评得分94.5分，2023年度部门整体支出自评得分95.9分。')).toEqual([
    ['total', '95.9'],
  ]);
  expect(scores('根据预算绩效管理要求，我街开展绩效自评，自评得分93.8分。')).toEqual([['total', '93.8']]);
});

test('the parts of another unit’s figure are not the office’s either', () => {
  const { amounts } = readReport(
    '云溪区青石街道办事处2023年度部门整体支出绩效自评报告\n2023年我街预算数100万元，执行数90万元。\n白沙街道办事处2023年支出决算数为80万元，其中：基本支出50万元，人员经费40万元。',
  );
  expect(Object.keys(amounts).sort()).toEqual(['budget_total', 'executed_total']);
});

/** A rule that looks back over the whole text at each place would take minutes here. */
test.each([
  '；',
  '，目标值1',
  '自评得分5分',
  '（',
  'a\t',
  '2021年',
  '1万元',
  '存在问题，',
  '局',
  '其中得分1分，',
  '一、\n',
  '一、项目自评\n',
  '1.甲项目：预算1万元，自评9分\n',
  '1.某事。改进措施：某事。\n',
  '（一）',
  '=1%',
  '支出总计\t1\n',
  '一般公共预算收入1万元，',
  '与2022年支出1万元相比，增加1万元，',
  '- 某项目，',
  '一、某事得分1分（1分×1%）\n',
  '一、',
])('a text of the same words without end is read in the time of its length: %j', (words) => {
  const text = `${report}\n存在的问题：${words.repeat(Math.ceil(200_000 / words.length))}`;
  expect(readReport(text).office?.value).toBe('青石街道');
});

test('brackets in brackets without end are read in the time of their length', () => {
  const words = 60_000;
  const text = `${report}\n${'（'.repeat(words)}2022年${'）'.repeat(words)}`;
  expect(readReport(text).office?.value).toBe('青石街道');
});
