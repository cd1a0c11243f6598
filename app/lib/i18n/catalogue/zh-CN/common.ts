export const messages = {
  product: '对标',
  tagline: '街道办事处部门整体绩效自评，全区同台对标',
  skip: '跳到正文',
  home: '首页',
  nav: {
    label: '主导航',
    overview: '全区总览',
    ranking: '排名表',
    reportCard: '本街道成绩单',
  },
  year: { label: '年度' },
  unit: { label: '金额单位', wan: '万元', yuan: '元', yi: '亿元' },
  language: { label: '界面语言', 'zh-CN': '中文', en: 'English' },
  account: { label: '当前账号', signOut: '退出登录' },
  banner: {
    demo: '演示数据：白鹤洞、嘉禾两街道取自公开报告，其余20个街道为虚构。',
    embedded: '本机使用内置数据库，适合演示和试用；正式使用请接入 PostgreSQL。',
  },
  state: {
    notReported: '未报',
    notApplicable: '—',
    provisional: '暂定数',
    provisionalNote: '尚未审定，仅供参考',
  },
  change: {
    up: '▲ {{value}}',
    down: '▼ {{value}}',
    none: '—',
    upLabel: '上升 {{value}}',
    downLabel: '下降 {{value}}',
    noneLabel: '持平',
  },
  foot: {
    source: '资料来源：{{source}}',
    asOf: '数据截至 {{date}}',
  },
  noRound: {
    title: '尚未开设填报轮次',
    body: '区财政局绩效科开设本年度填报轮次后，这里显示相应页面。',
  },
  operator: {
    title: '平台运维',
    can: '本角色负责开设区、街道和首批账号，不读取任何街道的填报数据。',
    pending: '开设区和账号目前由服务器命令行完成；说明见 README。',
  },
};
