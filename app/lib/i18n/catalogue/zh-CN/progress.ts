export const messages = {
  heading: '填报进度',
};
