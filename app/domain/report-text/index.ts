export { longestReport } from './may-be-report.ts';
export { isOfficeReport, readReport } from './read-report.ts';
export type { Confidence, ReportReading } from './reading.ts';
export { type CheckedReading, findingRecord, reportRecord } from './report-record.ts';
export { toSubmissionContent } from './to-submission-content.ts';
