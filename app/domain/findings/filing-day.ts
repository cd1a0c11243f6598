import type { Check } from './check.ts';

export const filedByDeadline: Check = {
  code: 'C20',
  name: 'filed by the deadline',
  severity: 'info',
  figures: 'count',
  sentence: { zh: '在截止日期前（含当日）填报。', en: 'Filed by the deadline, the day itself included.' },
  run({ filedOn }, { deadline, submittedOn = filedOn }) {
    const fields = ['filed_on'];
    if (deadline === undefined || submittedOn === undefined) return [{ status: 'not_checkable', fields }];
    const late = submittedOn > deadline;
    return [
      { status: late ? 'fails' : 'holds', fields, ...(late && { evidence: `${submittedOn} > ${deadline}` }) },
    ];
  },
};
