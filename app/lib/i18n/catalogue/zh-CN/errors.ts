export const messages = {
  back: '返回首页',
  reference: '请求编号 {{id}}',
  badRequest: {
    title: '无法处理该请求',
    body: '提交的内容不完整或已失效，没有作任何改动。请返回上一页重试。',
  },
  forbidden: {
    title: '没有操作权限',
    body: '您的角色不能进行这项操作，没有作任何改动。如需权限，请联系区财政局绩效科。',
  },
  crossSite: {
    title: '请求来源不符',
    body: '这次提交不是从本系统页面发出的，没有作任何改动。请从本系统页面重新操作；如果经常出现，请管理员核对系统地址（ORIGIN）设置。',
  },
  notFound: { title: '找不到该页面', body: '地址有误，或该页面不对您的账号开放。' },
  tooLarge: { title: '提交的内容过大', body: '超出大小上限，没有作任何改动。' },
  uploadTooLarge: {
    title: '文件过大',
    body: '上传的文件超过 20 MB，没有导入，也没有写入任何数据。请返回上一页，只上传报告的文字部分（.txt）。',
  },
  server: { title: '系统出错', body: '这次操作没有完成，已提交的数据不受影响。错误已记录，请稍后重试。' },
  unavailable: {
    title: '数据库暂时无法连接',
    body: '此前保存和提交的数据都在。这次操作没有完成，请稍后重试；若正在填写，请先不要关闭页面。',
  },
};
