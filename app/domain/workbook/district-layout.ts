import { scoredNodes } from '../form/fields.ts';
import { formSections, type SectionId } from '../form/sections.ts';
import { type Framework, leavesOf } from '../framework.ts';

/** Sheet of the template of many offices: a row an office by its code, a column a field of the form. */
export const districtSheetId = 'district';
/** Key of the column with the office's name, and of the one that leaves its row out. */
export const nameColumn = 'name';
export const leaveColumn = 'leave';

/** Fields of one section of the form, side by side under its name. */
export interface DistrictGroup {
  section: SectionId;
  fields: string[];
}

/** What a table of many offices holds of the form: its figures, their reasons, and no lists. */
export function districtGroups(framework: Framework): DistrictGroup[] {
  const fieldsOf = (id: SectionId) => formSections.find((one) => one.id === id)?.fields(framework) ?? [];
  const leaves = new Set(leavesOf(framework).map(({ code }) => code));
  const scores = scoredNodes(framework.nodes.map(({ code }) => code)).flatMap((code) => {
    const at = `scores.${code}`;
    return leaves.has(code) ? [`${at}.score`, `${at}.reason`] : [`${at}.score`];
  });
  return [
    { section: 'basics', fields: ['staffing', 'filed_on'] },
    { section: 'money', fields: fieldsOf('money') },
    { section: 'costs', fields: fieldsOf('costs') },
    { section: 'months', fields: fieldsOf('months') },
    { section: 'scores', fields: scores },
  ];
}

/** The same without groups. */
export function districtFields(framework: Framework): string[] {
  return districtGroups(framework).flatMap(({ fields }) => fields);
}
