export const messages = {
  heading: '下载表格',
  csv: 'CSV',
  xlsx: 'Excel',
  ranking: '排名表',
  unitLine: '单位：{{units}}',
  unit: { rate: '%', score: '分', join: '、' },
  provisional: '含暂定数',
};
