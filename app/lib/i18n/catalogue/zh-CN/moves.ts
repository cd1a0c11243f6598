export const messages = {
  heading: '位次变动原因',
};
