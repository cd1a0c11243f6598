import { columnsOf } from '#app/domain/columns.ts';
import type { MoneyUnit } from '#app/domain/figure-text.ts';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import type { OfficeYear } from '#app/domain/office-year.ts';
import type { PeerGroup } from '#app/domain/peer-group.ts';
import { decodeRankingSearch, unknownColumns } from '#app/domain/ranking-search.ts';
import { rankingTable } from '#app/domain/ranking-table.ts';
import type { RankingView } from '#app/usecases/district-ranking.server.ts';

/** A ranking without a database: seven offices, one of each kind that the page has to put into words. */
export function rankingView(query = '', rows: OfficeYear[] = offices): RankingView {
  const params = new URLSearchParams(query);
  const columns = columnsOf(guangdong2023);
  const search = decodeRankingSearch(params, columns);
  const unit = (params.get('unit') ?? 'wan') as MoneyUnit;
  return {
    district: { code: '440199', name: '演示区', nameEn: 'Demo District' },
    header: {
      year: 2023,
      years: [2023, 2022],
      deadline: '2024-04-30',
      status: 'open',
      executionTarget: '95',
      framework: { name: guangdong2023.name, nameEn: guangdong2023.nameEn, version: 1 },
      frameworkChanged: false,
      asOf: '2024-05-06',
      provisional: true,
    },
    unit,
    search,
    unknownColumns: unknownColumns(params, columns),
    columns,
    peerGroups,
    savedViews: [],
    reviews: false,
    table: rankingTable({ rows, lastYear, groups: peerGroups, columns, search, unit }),
  };
}

function office(code: number, name: string, nameEn: string, filed: Partial<OfficeYear> = {}): OfficeYear {
  const named = { id: `id-${code}`, code: `440199${String(code).padStart(3, '0')}`, name, nameEn };
  return {
    office: { ...named, sortKey: nameEn.toLowerCase(), invented: false },
    year: 2023,
    status: 'approved',
    late: false,
    amounts: {},
    rates: {},
    scores: {},
    findings: { error: 0, warning: 0, info: 0 },
    problems: 0,
    ...filed,
  };
}

const peerGroups: PeerGroup[] = [
  { position: 1, name: '老城', nameEn: 'Old town', basis: '建成区为主', basisEn: 'built up' },
  { position: 2, name: '新区', nameEn: 'New town', basis: '新建区域', basisEn: 'newly built' },
];

/** Amounts in 元. */
const offices: OfficeYear[] = [
  office(1, '白鹤街道', 'Baihe Subdistrict', {
    origin: 'public_report',
    peerGroup: 1,
    filedOn: '2024-04-12',
    amounts: { budget_total: '101583600.00', executed_total: '97639700.00' },
    rates: { spending_progress: '94.7', expenditure_change: '-3.2' },
    scores: { total: { self: '97', reviewed: '95.97' }, effectiveness: { self: '49.47' } },
    findings: { error: 1, warning: 0, info: 0 },
    problems: 3,
  }),
  office(2, '春涌街道', 'Chunyong Subdistrict', {
    status: 'submitted',
    peerGroup: 2,
    amounts: { budget_total: '50000000', executed_total: '52000000' },
    scores: { total: { self: '88.5' } },
    late: true,
  }),
  office(3, '东澄街道', 'Dongcheng Subdistrict', {
    peerGroup: 1,
    scores: { total: { self: '88.50' } },
  }),
  office(4, '枫桥街道', 'Fengqiao Subdistrict', {
    amounts: { executed_total: '30000000' },
    scores: { total: { self: '71' } },
  }),
  office(5, '谷丰街道', 'Gufeng Subdistrict', { status: 'returned', filedOn: '2024-04-30' }),
  office(6, '荷塘街道', 'Hetang Subdistrict', { status: 'not_filed' }),
  office(7, '锦绣街道', 'Jinxiu Subdistrict', { status: 'draft' }),
];

const lastYear: OfficeYear[] = [
  office(1, '白鹤街道', 'Baihe Subdistrict', { scores: { total: { self: '80' } } }),
  office(2, '春涌街道', 'Chunyong Subdistrict', { scores: { total: { self: '90' } } }),
  office(4, '枫桥街道', 'Fengqiao Subdistrict', { scores: { total: { self: '70' } } }),
];
