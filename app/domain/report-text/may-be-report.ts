/** Characters, some twenty times a long report: a larger text is something else, and only its beginning is read. */
export const longestReport = 200_000;

/** Whether reading the text as a report can find anything in all of it. */
export function mayBeReport(text: string): boolean {
  return text.trim() !== '' && text.length <= longestReport;
}
