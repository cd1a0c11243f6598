export const messages = {
  heading: '历年走势',
};
