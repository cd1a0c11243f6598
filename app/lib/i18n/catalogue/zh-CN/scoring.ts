export const messages = {
  heading: '测算',
};
