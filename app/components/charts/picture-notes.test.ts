import { expect, test } from 'vitest';
import { i18nOf } from '#app/lib/i18n/whole.server.ts';
import { pictureNotes } from './picture-notes.ts';

test('a picture that has left the page still says unit, source, day and that figures are provisional', () => {
  const t = i18nOf('zh-CN').getFixedT('zh-CN', 'app');
  const facts = { unit: '单位：%', offices: 16, asOf: '2024-12-13', provisional: true };
  expect(pictureNotes({ ...facts, notes: ['蓝色：低于目标', undefined] }, t)).toEqual([
    '单位：%；资料来源：16个街道的自评填报；数据截至 2024-12-13；含暂定数',
    '蓝色：低于目标',
  ]);
  expect(pictureNotes({ ...facts, asOf: undefined, provisional: false }, t)).toEqual([
    '单位：%；资料来源：16个街道的自评填报',
  ]);
});
