import { expect, test } from 'vitest';
import { testBrowser } from '#test/helpers/browser.ts';
import { filers, filingDemo } from '#test/helpers/filing-demo.ts';
import { pieceOfWork } from '#test/helpers/piece-of-work.ts';

const demo = filingDemo();
const browser = testBrowser(demo);

const { returned } = filers;

test('typing keeps nobody waiting: a keystroke and all that the checks say of it are painted within a fixed piece of work', async () => {
  const { page, leave } = await browser.visitAs(returned.preparer);
  await page.goto(`/offices/${returned.office}/2023/edit`, { waitUntil: 'networkidle' });
  await page.evaluate(recordPaints);
  const before = await page.evaluate(pieceOfWork);
  await page.fill('[name="amounts.expenditure_project"]', '');
  await page.waitForTimeout(300);
  await page.evaluate(() => Object.assign(window, { paints: [] }));
  await page.focus('[name="amounts.expenditure_project"]');
  await page.keyboard.type('123456789.12', { delay: 80 });
  await page.waitForTimeout(500);
  const paints = await page.evaluate(() => (window as unknown as { paints: number[] }).paints);
  const after = await page.evaluate(pieceOfWork);
  expect(paints).toHaveLength(12);
  const middle = paints.sort((a, b) => a - b)[6] ?? Number.NaN;
  // the piece takes about 50 ms on an idle machine, so that the bound is what a person takes for at once
  expect(middle / Math.max(before, after)).toBeLessThan(2);
  expect(await page.innerText('[id="n-amounts.expenditure_project"]')).not.toBe('');
  await leave();
});

/** Notes for each keystroke when the frame after the checks has been painted, in ms since the key went down. */
function recordPaints(): void {
  const paints: number[] = [];
  Object.assign(window, { paints });
  const painted = (run: () => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = run;
      channel.port2.postMessage(null);
    });
  const record = ({ timeStamp }: Event) =>
    // the checks run in a timeout that the form's own listener sets: the second one from here comes after it
    setTimeout(() =>
      setTimeout(() =>
        painted(() => (window as unknown as { paints: number[] }).paints.push(performance.now() - timeStamp)),
      ),
    );
  document.addEventListener('input', record, true);
}
