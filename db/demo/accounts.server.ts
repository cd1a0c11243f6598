import type { Role } from '#app/domain/access.ts';
import { type DemoOffice, realOffices } from './offices.ts';

/** The one password of all demo accounts. They exist in demo mode only, where it is printed at start. */
export const demoPassword = 'duibiao-demo';

export interface DemoAccount {
  loginName: string;
  displayName: string;
  role: Role;
  office?: DemoOffice;
}

const [office] = realOffices;

/** One account a role, named after the role; nobody's name. */
export const demoAccounts: DemoAccount[] = [
  { loginName: 'leader', displayName: '演示·区领导', role: 'district_leader' },
  { loginName: 'reviewer', displayName: '演示·绩效科', role: 'district_reviewer' },
  { loginName: 'preparer', displayName: '演示·填报人', role: 'office_preparer', office },
  { loginName: 'approver', displayName: '演示·分管领导', role: 'office_approver', office },
  { loginName: 'operator', displayName: '演示·平台运维', role: 'platform_operator' },
];
