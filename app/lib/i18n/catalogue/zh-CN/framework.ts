export const messages = {
  heading: '指标体系',
};
