import type { CheckContext } from '#app/domain/findings.ts';
import type { FormValues } from '#app/domain/form/fields.ts';
import type { Framework } from '#app/domain/framework.ts';

/** What the form shows beside what is typed into it. */
export interface FormPageView {
  office: { code: string; name: string; nameEn: string };
  year: number;
  framework: Framework;
  /** What the checks know beside the form. */
  context: CheckContext;
  /** Last year's report as it would stand in this form; absent where there is none. */
  lastValues?: FormValues;
  /** The reviewer's words, at the field of the form they are about. */
  comments: { id: string; text: string; formField?: string }[];
  readOnly: boolean;
}
