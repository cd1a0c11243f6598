export { isOfficeReport, longestReport, readReport } from './read-report.ts';
export type { ReportReading } from './reading.ts';
export { type CheckedReading, findingRecord, reportRecord } from './report-record.ts';
export { toSubmissionContent } from './to-submission-content.ts';
