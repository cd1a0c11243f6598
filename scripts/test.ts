import { startVitest } from 'vitest/node';
import { buildIfNeeded } from './build.ts';

/** `npm test [-- FILTER…]`: builds the product, runs every test on both engines and in the browser, says how many passed. */
buildIfNeeded();
const vitest = await startVitest('test', process.argv.slice(2), { run: true, watch: false });
const states = vitest.state
  .getTestModules()
  .flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
const count = (state: string) => states.filter((each) => each === state).length;
// Under CI a skipped test is a hole that nobody sees, so it counts as a failure.
if (process.env.CI && count('skipped') > 0) {
  console.error('Tests were skipped; under CI every test must run.');
  process.exitCode = 1;
}
await vitest.close();
console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
