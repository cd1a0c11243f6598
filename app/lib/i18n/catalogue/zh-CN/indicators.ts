export const messages = {
  heading: '指标失分',
};
