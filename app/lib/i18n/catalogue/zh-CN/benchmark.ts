export const messages = {
  heading: '对标',
};
