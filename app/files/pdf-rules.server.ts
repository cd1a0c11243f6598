import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A straight line on a page, in the page's own measure; `at` is its x or y, `from` and `to` go along it. */
export interface Rule {
  at: number;
  from: number;
  to: number;
}

export interface Rules {
  across: Rule[];
  down: Rule[];
}

type Point = readonly [number, number];
type Matrix = readonly [number, number, number, number, number, number];

/** A page with more is a drawing. */
const mostRules = 4000;
const straight = 1;

/** The lines that are drawn upright or level on a page; `view` leads from the page's space to that of its text. */
export async function pageRules(page: PDFPageProxy, view: Matrix): Promise<Rules> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules: Rules = { across: [], down: [] };
  const stack: Matrix[] = [];
  let matrix = view;
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index];
    if (operator === OPS.save) stack.push(matrix);
    else if (operator === OPS.restore) matrix = stack.pop() ?? view;
    else if (operator === OPS.transform) matrix = times(matrix, args as Matrix);
    else if (operator === OPS.constructPath && args[0] !== OPS.endPath) {
      for (const path of args[1] ?? []) if (path) addPath(rules, path, matrix);
    }
    if (rules.across.length + rules.down.length > mostRules) return { across: [], down: [] };
  }
  return rules;
}

/** How many numbers follow a path's command: move, line, curve, shorter curve, close. */
const commandLengths = [2, 2, 6, 4, 0];

function addPath(rules: Rules, path: ArrayLike<number>, matrix: Matrix): void {
  let start: Point = [0, 0];
  let place = start;
  for (let i = 0; i < path.length; ) {
    const command = path[i] ?? 0;
    const length = commandLengths[command];
    if (length === undefined) return;
    const end: Point = command === 4 ? start : [path[i + length - 1] ?? 0, path[i + length] ?? 0];
    if (command === 0) start = end;
    if (command === 1 || command === 4) addLine(rules, placed(place, matrix), placed(end, matrix));
    place = end;
    i += length + 1;
  }
}

function addLine(rules: Rules, [x, y]: Point, [toX, toY]: Point): void {
  const [wide, high] = [Math.abs(toX - x), Math.abs(toY - y)];
  if (high < straight && wide >= straight)
    rules.across.push({ at: (y + toY) / 2, from: Math.min(x, toX), to: Math.max(x, toX) });
  if (wide < straight && high >= straight)
    rules.down.push({ at: (x + toX) / 2, from: Math.min(y, toY), to: Math.max(y, toY) });
}

function placed([x, y]: Point, [a, b, c, d, e, f]: Matrix): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
