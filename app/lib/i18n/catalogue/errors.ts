import type { Shape } from '../shape.ts';

export const zh = {
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

export const en = {
  back: 'Back to the start page',
  reference: 'Request {{id}}',
  badRequest: {
    title: 'The request cannot be handled',
    body: 'What was sent is incomplete or out of date; nothing was changed. Go back and try again.',
  },
  forbidden: {
    title: 'Not allowed',
    body: 'Your role may not do this; nothing was changed. Ask the district finance bureau if you need to.',
  },
  crossSite: {
    title: 'The request came from elsewhere',
    body: 'It was not sent from a page of this system; nothing was changed. Start again from a page here. If this keeps happening, the administrator should check the system’s address (ORIGIN).',
  },
  notFound: {
    title: 'Page not found',
    body: 'The address is wrong, or the page is not open to your account.',
  },
  tooLarge: { title: 'Too much was sent', body: 'It exceeds the size limit; nothing was changed.' },
  uploadTooLarge: {
    title: 'The file is too large',
    body: 'The file is larger than 20 MB; nothing was imported and nothing was written. Go back and upload the text of the report (.txt) only.',
  },
  server: {
    title: 'Something went wrong here',
    body: 'The action was not completed; data already submitted is unaffected. The fault has been recorded. Try again later.',
  },
  unavailable: {
    title: 'The database cannot be reached',
    body: 'Everything saved or submitted before is kept. This action was not completed; try again shortly. If you are filling in a form, leave the page open.',
  },
} satisfies Shape<typeof zh>;
