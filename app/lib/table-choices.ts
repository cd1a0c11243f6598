/** What was chosen on the page of a table as one text: the unit of amounts, and whose row each is. */
export function chosenText(choices: Iterable<readonly [row: number, office: string]>, unit: string): string {
  const chosen = [...choices].filter(([, office]) => office !== '').sort(([a], [b]) => a - b);
  return [unit, ...chosen.map(([row, office]) => `${row}=${office}`)].join(' ');
}
