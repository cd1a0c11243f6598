export const messages = {
  heading: '设置',
};
