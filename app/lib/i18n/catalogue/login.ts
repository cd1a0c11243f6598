import type { Shape } from '../shape.ts';

export const zh = {
  title: '登录',
  name: '账号',
  password: '密码',
  submit: '登录',
  alert: '未能登录',
  nameMissing: '请输入账号。',
  passwordMissing: '请输入密码。',
  wrong: '账号或密码不正确。账号已保留，请重新输入密码。',
  locked_one: '连续输错次数过多，请在 {{count}} 分钟后再试。',
  locked_other: '连续输错次数过多，请在 {{count}} 分钟后再试。',
  ended: '登录已过期，请重新登录。',
  signedOut: '已退出登录。',
  help: '忘记密码请联系区财政局绩效科重设。',
  demo: {
    title: '演示账号',
    intro: '每个角色一个账号，密码均为',
    account: '账号',
    role: '角色',
    sees: '能看到什么',
    use: '以账号 {{name}} 登录',
    roles: {
      district_leader: '全区各街道的总览、排名和成绩单，只读',
      district_reviewer: '全区各街道的总览、排名和成绩单，并负责复核',
      office_preparer: '本街道的成绩单和填报；看不到其他街道的填报',
      office_approver: '本街道的成绩单和待签发的填报；看不到其他街道的填报',
      platform_operator: '区、街道和账号的目录；不读取任何填报数据',
    },
  },
};

export const en = {
  title: 'Sign in',
  name: 'Account',
  password: 'Password',
  submit: 'Sign in',
  alert: 'You are not signed in',
  nameMissing: 'Enter your account name.',
  passwordMissing: 'Enter your password.',
  wrong: 'The account or the password is wrong. The account name is kept; enter the password again.',
  locked_one: 'Too many wrong attempts. Try again in {{count}} minute.',
  locked_other: 'Too many wrong attempts. Try again in {{count}} minutes.',
  ended: 'Your session has ended. Sign in again.',
  signedOut: 'You are signed out.',
  help: 'Forgotten the password? The district finance bureau can set a new one.',
  demo: {
    title: 'Demo accounts',
    intro: 'One account a role; the password of each is',
    account: 'Account',
    role: 'Role',
    sees: 'What it sees',
    use: 'Sign in as {{name}}',
    roles: {
      district_leader: 'Overview, ranking and report cards of every office of the district; reads only',
      district_reviewer: 'Overview, ranking and report cards of every office of the district; reviews them',
      office_preparer: 'Its own office’s report card and filing; nothing another office has filed',
      office_approver:
        'Its own office’s report card and what is about to be sent; nothing another office has filed',
      platform_operator: 'The directory of districts, offices and accounts; no figures at all',
    },
  },
} satisfies Shape<typeof zh>;
