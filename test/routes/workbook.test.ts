import { deleteRows, insertRows, moveRows } from 'hucre';
import { describe, expect, it } from 'vitest';
import { editWorkbook } from '#test/helpers/edit-workbook.ts';
import {
  accept,
  draft,
  officeOfTest,
  post,
  save,
  template,
  trail,
  upload,
  workbookTests,
} from '#test/helpers/workbook-office.ts';

workbookTests();

describe('a filled template', () => {
  it('is read back: what is changed in it is previewed, and accepted as one save', async () => {
    await save({ goal: '旧目标', 'amounts.budget_total': '100' });
    const file = await editWorkbook(await template('?filled=1'), (sheet) => {
      sheet('收支情况').set('amounts.budget_total', 'value', 10158.36);
      sheet('存在问题').set('problems.1', 'text', '绩效目标不够细化');
      sheet('存在问题').set('problems.1', 'themes', '资产管理');
      sheet('存在问题').set('problems.1', 'themes.2', '执行率低、结转多');
      sheet('上年问题').set('followups.1', 'problem', '去年的问题');
      sheet('上年问题').set('followups.1', 'state', '已解决');
    });
    const preview = await upload(file);
    expect([preview.status, await draft()]).toEqual([200, { goal: '旧目标', 'amounts.budget_total': '100' }]);
    expect(preview.text).toMatch(/5 处不同.*1 处一致/);
    const accepted = await accept(preview.text);
    expect(accepted.status).toBe(303);
    expect(await draft()).toEqual({
      goal: '旧目标',
      'amounts.budget_total': '10158.36',
      'problems.1.text': '绩效目标不够细化',
      'problems.1.themes': 'assets, slow_execution',
      'followups.1.problem': '去年的问题',
      'followups.1.state': 'solved',
    });
    const [entry, before] = await trail();
    expect(entry).toMatchObject({
      action: 'draft.save',
      detail: { workbook: { file: '表.xlsx' }, version: 2 },
    });
    expect(entry?.detail).toHaveProperty('changes.length', 5);
    expect(before?.detail).toEqual({ changes: expect.anything() });

    const again = await accept(preview.text);
    expect(again.headers.get('location')).toBe(accepted.headers.get('location'));
    expect(await trail()).toHaveLength(2);
  });

  it('can be taken back; what was changed since stays', async () => {
    await save({ goal: '旧目标', staffing: '80' });
    const file = await editWorkbook(await template('?filled=1'), (sheet) => {
      sheet('目标与重点任务').set('goal', 'value', '新目标');
      sheet('基本情况').set('staffing', 'value', 86);
    });
    const to = (await accept((await upload(file)).text)).headers.get('location') ?? '';
    const receipt = await (await officeOfTest().visitor.fetch(to)).text();
    expect(receipt).toContain('写入 2 处');
    await save({ staffing: '90' }, { staffing: '86' });
    const restored = await post({ intent: 'restore', version: /saved=(\d+)/.exec(to)?.[1] ?? '' });
    expect(restored.text).toMatch(/已恢复 1 处.*另有 1 处/);
    expect(await draft()).toEqual({ goal: '旧目标', staffing: '90' });
  });

  it('leaves alone what others changed meanwhile, and takes the file’s text only where that is chosen', async () => {
    await save({ goal: '甲', key_tasks: '丙', functions: '戊' });
    const file = await editWorkbook(await template('?filled=1'), (sheet) => {
      sheet('目标与重点任务').set('goal', 'value', '文件');
      sheet('目标与重点任务').set('key_tasks', 'value', '文件二');
    });
    await save(
      { goal: '乙', key_tasks: '丁', functions: '己' },
      { goal: '甲', key_tasks: '丙', functions: '戊' },
    );
    const preview = await upload(file);
    expect(preview.text).toContain('下载模板后他人又改过的栏目');
    expect((await accept(preview.text, { take: 'key_tasks' })).status).toBe(303);
    expect(await draft()).toEqual({ goal: '乙', key_tasks: '文件二', functions: '己' });
  });

  it('erases where it is blank only by choice', async () => {
    await save({ goal: '甲', staffing: '86' });
    const file = await editWorkbook(await template('?filled=1'), (sheet) => {
      sheet('目标与重点任务').set('goal', 'value', null);
      sheet('基本情况').set('staffing', 'value', 87);
    });
    const kept = await upload(file);
    expect(kept.text).toContain('清除这 1 处现有内容');
    await accept(kept.text);
    expect(await draft()).toEqual({ goal: '甲', staffing: '87' });
    await accept((await upload(file)).text, { erase: 'on' });
    expect(await draft()).toEqual({ staffing: '87' });
  });

  it('is refused when the form changed between reading and accepting', async () => {
    const file = await editWorkbook(await template(), (sheet) =>
      sheet('目标与重点任务').set('goal', 'value', '目标'),
    );
    const preview = await upload(file);
    await save({ staffing: '1' });
    const late = await accept(preview.text);
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('刚才的对照不再成立')]);
    expect(await draft()).toEqual({ staffing: '1' });
  });
});

describe('keys, not places', () => {
  it('rows and columns may be moved and inserted; rows below and between are new ones', async () => {
    await save({ 'problems.1.text': '问题一', 'problems.2.text': '问题二' });
    const file = await editWorkbook(await template('?filled=1'), (sheet) => {
      const money = sheet('收支情况');
      money.set('amounts.executed_total', 'value', 12);
      insertRows(money.sheet, 5, 2);
      moveRows(money.sheet, money.rowOf('amounts.executed_total') - 1, 1, 5);
      const problems = sheet('存在问题');
      insertRows(problems.sheet, problems.rowOf('problems.2') - 1, 1);
      problems.set(problems.rowOf('problems.1') + 1, 'text', '插入的问题');
      problems.set(problems.sheet.rows.length + 3, 'text', '表下的问题');
    });
    await accept((await upload(file)).text);
    const filled = {
      'amounts.executed_total': '12',
      'problems.1.text': '问题一',
      'problems.2.text': '问题二',
      'problems.3.text': '插入的问题',
      'problems.4.text': '表下的问题',
    };
    expect(await draft()).toEqual(filled);
    expect((await upload(file)).text).toContain('没有需要写入的内容');
  });

  it('a renamed, deleted or doubled key is told with its row; nothing is written', async () => {
    const rows: number[] = [];
    const file = await editWorkbook(await template(), (sheet) => {
      const money = sheet('收支情况');
      const spoil = (key: string, to: string | null) => {
        const row = money.rowOf(key);
        rows.push(row);
        money.set(key, 'value', 5);
        (money.sheet.rows[row - 1] ?? [])[0] = to;
      };
      spoil('amounts.budget_total', 'amounts.budget_totl');
      spoil('amounts.revenue_total', null);
      spoil('amounts.executed_total', 'amounts.budget_initial');
    });
    const { text } = await upload(file);
    expect(text).toContain('有 3 格不能识别');
    for (const row of rows) expect(text).toContain(`>D${row}<`);
    expect(text).toMatch(/标识不在填报表中[\s\S]*标识被删除[\s\S]*同一栏/);
    expect(await draft()).toEqual({});
  });

  it('missing rows and sheets change nothing and are told', async () => {
    await save({ goal: '甲', staffing: '86' });
    const file = await editWorkbook(await template('?filled=1'), (sheet) => {
      const basics = sheet('基本情况');
      deleteRows(basics.sheet, basics.rowOf('staffing') - 1, 1);
      sheet('目标与重点任务').set('goal', 'value', '乙');
    });
    const preview = await upload(file);
    expect(preview.text).toContain('文件中缺少 1 栏');
    await accept(preview.text);
    expect(await draft()).toEqual({ goal: '乙', staffing: '86' });
  });
});
