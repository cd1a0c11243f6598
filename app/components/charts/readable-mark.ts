/** Attributes of a part of a drawing that leads nowhere, but is read out and reached with the arrow keys. */
export function readableMark(label: string) {
  return {
    tabIndex: 0,
    role: 'img',
    'aria-label': label,
    'data-mark': true,
    className: 'chart-mark',
  } as const;
}
