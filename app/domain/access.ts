/** The five roles. What each may do is decided by the guards of its pages and by the database’s policies. */
export const roles = [
  'district_leader', // 区领导、局领导: reads the whole district
  'district_reviewer', // 绩效科: runs the round
  'office_preparer', // 填报人
  'office_approver', // 分管领导
  'platform_operator', // sets up districts, offices and first accounts; reads no figures
] as const;
export type Role = (typeof roles)[number];

/** How far a role sees: one office, the whole district, or the directory of districts without any figure. */
export type Reach = 'office' | 'district' | 'platform';

export function reachOf(role: Role): Reach {
  if (role === 'platform_operator') return 'platform';
  return role === 'district_leader' || role === 'district_reviewer' ? 'district' : 'office';
}
