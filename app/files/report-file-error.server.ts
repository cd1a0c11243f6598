/** Why a file is not read. The words in both languages come from whoever asks. */
export const reportFileErrors = [
  'unknown_type',
  'old_word',
  'empty_file',
  'too_large',
  'unreadable',
  'wrong_content',
  'encrypted',
  'unsafe_archive',
  'no_text_layer',
  'unreadable_file',
] as const;
export type ReportFileErrorCode = (typeof reportFileErrors)[number];

/** A file that cannot be read, with what its message names. */
export class ReportFileError extends Error {
  readonly code: ReportFileErrorCode;
  readonly params: Record<string, string | number>;

  constructor(code: ReportFileErrorCode, params: Record<string, string | number>) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'ReportFileError';
    this.code = code;
    this.params = params;
  }
}

/** What is wrong with bytes whose file has no name yet. */
export class FileProblem extends Error {
  readonly code: ReportFileErrorCode;

  constructor(code: ReportFileErrorCode, detail = '') {
    super(`${code} ${detail}`.trim());
    this.name = 'FileProblem';
    this.code = code;
  }
}
