import type { OfficeName } from '#app/domain/office-year.ts';

/** Years of the demo district, oldest first; the last is the current round. */
export const demoYears = [2019, 2020, 2021, 2022, 2023] as const;
export type DemoYear = (typeof demoYears)[number];

export const demoDistrict = { code: '440103', name: '演示区', nameEn: 'Demo District' };

export type DemoOffice = Omit<OfficeName, 'id'>;

/** The two whose published reports the demo imports. Nothing about them is ever invented. */
export const realOffices: DemoOffice[] = [
  {
    code: '440103001',
    name: '白鹤洞街道',
    nameEn: 'Baihedong Street',
    sortKey: 'bai he dong',
    invented: false,
  },
  { code: '440103002', name: '嘉禾街道', nameEn: 'Jiahe Street', sortKey: 'jia he', invented: false },
];

/** How an invented office does over the years; the generator fills in the rest around these figures. */
export interface OfficeProfile {
  /** Budget of 2019 in 万元, and its mean growth a year in percent. */
  budgetWan: number;
  growth: number;
  /** Execution rate and self score that a year is built towards, 2019 to 2023. */
  execution: YearFigures;
  score: YearFigures;
  /** Problems that the office names in most years. */
  habits: string[];
  /** Problems of single years. */
  troubles?: Partial<Record<DemoYear, string[]>>;
}

type YearFigures = [number, number, number, number, number];

export type InventedOffice = DemoOffice & { profile: OfficeProfile };

/** Invented names, none that of an office in Guangzhou. */
export const inventedOffices: InventedOffice[] = [
  invented(3, '云帆', 'Yunfan', 'yun fan', {
    ...size(26_400, 3),
    execution: [94.2, 95.1, 96.3, 95.4, 97.2],
    score: [97.62, 97.9, 98.31, 98.12, 98.74],
    habits: ['result_use'],
  }),
  // Improves every year, from the bottom to the top.
  invented(4, '听潮', 'Tingchao', 'ting chao', {
    ...size(8_650, 6),
    execution: [78.5, 84.2, 89.6, 94.1, 98.3],
    score: [91.24, 93.41, 95.62, 97.53, 99.12],
    habits: [],
  }),
  // Good for four years; in 2023 its largest project stands still.
  invented(5, '望舒', 'Wangshu', 'wang shu', {
    ...size(12_400, 4),
    execution: [96.8, 97.1, 95.9, 96.4, 54.3],
    score: [98.2, 98.43, 97.9, 98.05, 90.72],
    habits: [],
    troubles: { 2020: ['capacity'], 2023: ['delivery', 'slow_execution'] },
  }),
  invented(6, '揽月', 'Lanyue', 'lan yue', {
    ...size(5_240, 5),
    execution: [92.7, 88.4, 91.5, 93.8, 94.6],
    score: [95.8, 94.6, 95.75, 96.4, 96.85],
    habits: ['target_setting'],
  }),
  invented(7, '棠梨', 'Tangli', 'tang li', {
    ...size(1_720, 2),
    execution: [99.2, 98.7, 97.4, 98.9, 96.5],
    score: [96.4, 96.1, 95.9, 96.85, 96.2],
    habits: ['capacity', 'institution'],
  }),
  // Its stocktaking is unfinished every year, in nearly the same words.
  invented(8, '墨溪', 'Moxi', 'mo xi', {
    ...size(9_800, 3),
    execution: [95.3, 94.8, 93.9, 95.6, 94.4],
    score: [95.1, 95.25, 94.9, 95.4, 95.3],
    habits: ['assets'],
  }),
  invented(9, '星槎', 'Xingcha', 'xing cha', {
    ...size(15_300, 5),
    execution: [86.4, 84.9, 82.7, 85.3, 83.6],
    score: [94.3, 93.85, 93.1, 93.9, 93.45],
    habits: ['slow_execution', 'budget_prep'],
  }),
  invented(10, '枕流', 'Zhenliu', 'zhen liu', {
    ...size(6_900, 4),
    execution: [97.8, 102.4, 96.9, 98.2, 104.6],
    score: [97.2, 96.85, 97.45, 97.7, 97.35],
    habits: ['budget_change'],
  }),
  invented(11, '采薇', 'Caiwei', 'cai wei', {
    ...size(11_200, 2),
    execution: [93.1, 94.5, 95.2, 92.8, 95.7],
    score: [96.2, 96.9, 97.15, 96.3, 97.05],
    habits: ['eval_quality'],
  }),
  invented(12, '松烟', 'Songyan', 'song yan', {
    ...size(7_450, 4),
    execution: [88.6, 87.2, 52.6, 79.4, 88.9],
    score: [94.2, 93.9, 90.35, 92.7, 94.6],
    habits: ['delivery'],
  }),
  invented(13, '竹影', 'Zhuying', 'zhu ying', {
    ...size(10_600, 6),
    execution: [95.9, 96.2, 97.3, 96.7, 97.9],
    score: [97.85, 97.6, 98.1, 97.95, 97.35],
    habits: ['sme_share'],
  }),
  invented(14, '荷风', 'Hefeng', 'he feng', {
    ...size(13_800, 3),
    execution: [91.8, 93.4, 94.9, 96.1, 95.2],
    score: [96.35, 96.85, 97.2, 97.7, 97.35],
    habits: ['monitoring'],
  }),
  invented(15, '桐音', 'Tongyin', 'tong yin', {
    ...size(4_380, 7),
    execution: [96.1, 95.5, 96.6, 97.2, 95.9],
    score: [96.9, 96.4, 97.15, 97.35, 96.85],
    habits: ['awareness'],
  }),
  invented(16, '雁回', 'Yanhui', 'yan hui', {
    ...size(8_150, 1),
    execution: [89.7, 90.8, 88.3, 91.2, 87.6],
    score: [94.75, 95.1, 94.2, 95.3, 94.05],
    habits: ['contract', 'procurement'],
  }),
  invented(17, '泊舟', 'Bozhou', 'bo zhou', {
    ...size(17_900, 4),
    execution: [97.4, 96.9, 98.1, 97.6, 98.8],
    score: [98.65, 98.4, 98.9, 98.75, 98.95],
    habits: ['target_adjustment'],
  }),
  invented(18, '观星台', 'Guanxingtai', 'guan xing tai', {
    ...size(3_560, 5),
    execution: [93.8, 92.1, 94.7, 90.6, 92.4],
    score: [95.5, 95.2, 95.95, 94.8, 95.3],
    habits: ['finance_compliance'],
  }),
  invented(19, '百草园', 'Baicaoyuan', 'bai cao yuan', {
    ...size(2_480, 3),
    execution: [85.2, 88.7, 90.3, 91.9, 89.4],
    score: [92.8, 93.6, 94.4, 95.05, 93.9],
    habits: ['disclosure', 'institution'],
  }),
  invented(20, '霁色', 'Jise', 'ji se', {
    ...size(9_150, 5),
    execution: [94.6, 95.8, 95.1, 96.9, 97.4],
    score: [97.05, 97.35, 97.15, 97.95, 98.2],
    habits: ['cost_control'],
  }),
  invented(21, '疏桐', 'Shutong', 'shu tong', {
    ...size(6_280, 2),
    execution: [90.2, 91.7, 89.9, 92.3, 93.1],
    score: [94.9, 95.35, 95.0, 95.75, 96.1],
    habits: ['revenue', 'assets'],
  }),
  invented(22, '澄怀', 'Chenghuai', 'cheng huai', {
    ...size(20_700, 6),
    execution: [98.3, 97.9, 98.6, 99.1, 98.1],
    score: [99.3, 99.05, 99.48, 99.9, 99.24],
    habits: [],
  }),
];

function invented(
  number: number,
  zh: string,
  en: string,
  sortKey: string,
  profile: OfficeProfile,
): InventedOffice {
  const code = `${demoDistrict.code}${String(number).padStart(3, '0')}`;
  return { code, name: `${zh}街道`, nameEn: `${en} Street`, sortKey, invented: true, profile };
}

function size(budgetWan: number, growth: number): Pick<OfficeProfile, 'budgetWan' | 'growth'> {
  return { budgetWan, growth };
}
