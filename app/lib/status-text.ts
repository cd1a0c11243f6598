import type { OfficeYear } from '#app/domain/office-year.ts';
import type { Translate } from './i18n/instance.ts';

/** A submission's status in words, also for an office that has none. */
export function statusText(status: OfficeYear['status'], t: Translate): string {
  return status === 'not_filed' ? t('domain.notFiled') : t(`domain.status.${status}`);
}
