import { expect, test } from 'vitest';
import { i18nOf } from '#app/lib/i18n/whole.server.ts';
import { pictureOf } from './chart-picture.ts';

const t = i18nOf('zh-CN').getFixedT('zh-CN', 'app');
const said = { kicker: '演示区 · 执行率', title: '最低的是望舒街道', fileName: '440103-2023-rates' };

test('a picture that has left the page still says unit, source, day and that figures are provisional', () => {
  const facts = { offices: 16, asOf: '2024-12-13', provisional: true, notes: ['蓝色：低于目标', undefined] };
  expect(pictureOf({ ...said, ...facts }, '单位：%', t)).toEqual({
    ...said,
    notes: ['单位：%；资料来源：16个街道的自评填报；数据截至 2024-12-13；含暂定数', '蓝色：低于目标'],
  });
});

test('what is not known or not so is left out', () => {
  const picture = pictureOf({ ...said, offices: 16, provisional: false, notes: [] }, '单位：%', t);
  expect(picture.notes).toEqual(['单位：%；资料来源：16个街道的自评填报']);
});
