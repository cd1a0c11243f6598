export const messages = {
  heading: '关系分析',
};
