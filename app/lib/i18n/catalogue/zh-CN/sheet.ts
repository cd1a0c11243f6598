export const messages = {
  heading: '表格文件',
};
