export const messages = {
  heading: '审计记录',
};
