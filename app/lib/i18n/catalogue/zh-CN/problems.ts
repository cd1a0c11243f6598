export const messages = {
  heading: '共性问题',
};
