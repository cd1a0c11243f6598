import type { PeerGroup } from '#app/domain/peer-group.ts';

/** A made-up grouping of the demo's offices, the published ones among them, and it says so. By the last digits of codes. */
export const demoPeerGroups: (PeerGroup & { offices: number[] })[] = [
  {
    position: 1,
    name: '老城区街道',
    nameEn: 'Old town',
    basis: '建成区为主、人口密度高、以社区服务支出为主；演示分组，并非官方划分',
    basisEn:
      'built up and densely populated, spending mostly on community services; a demo grouping, not official',
    offices: [1, 4, 6, 7, 11, 15, 18, 21],
  },
  {
    position: 2,
    name: '新区街道',
    nameEn: 'New districts',
    basis: '新建区域、人口增长快、基建项目支出占比高；演示分组，并非官方划分',
    basisEn: 'newly built, growing fast, a large share spent on construction; a demo grouping, not official',
    offices: [2, 3, 5, 8, 9, 13, 17, 22],
  },
  {
    position: 3,
    name: '城乡结合部街道',
    nameEn: 'Urban fringe',
    basis: '城乡结合、辖区面积大、环境整治支出占比高；演示分组，并非官方划分',
    basisEn:
      'between town and country, large areas, a large share spent on the environment; a demo grouping, not official',
    offices: [10, 12, 14, 16, 19, 20],
  },
];
