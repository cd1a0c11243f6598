export const messages = {
  heading: '街道对比',
};
