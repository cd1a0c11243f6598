import type { BoundaryChange } from '#app/domain/boundary-change.ts';

/** Invented changes of invented offices, so that trends have breaks to mark. */
export const inventedBoundaryChanges: (Omit<BoundaryChange, 'officeId'> & { officeCode: string })[] = [
  {
    officeCode: '440103012',
    year: 2021,
    kind: 'merged',
    note: '邻近两个社区及其在建项目并入（虚构）',
    noteEn: 'two neighbouring communities and their projects were merged into it (invented)',
  },
  {
    officeCode: '440103018',
    year: 2023,
    kind: 'boundary',
    note: '与邻街道调整辖区界线（虚构）',
    noteEn: 'its boundary with a neighbouring office was redrawn (invented)',
  },
];
