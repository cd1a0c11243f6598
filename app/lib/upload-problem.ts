/** What may be wrong with the form that should carry a file. */
export type UploadProblem = 'no_file' | 'many_files' | 'unreadable_form';
