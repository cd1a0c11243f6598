export const messages = {
  heading: '审核',
};
