import type { Shape } from '../../shape.ts';
import type { messages as zh } from '../zh-CN/errors.ts';

export const messages = {
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
    body: "It was not sent from a page of this system; nothing was changed. Start again from a page here. If this keeps happening, the administrator should check the system's address (ORIGIN).",
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
  evidenceTooLarge: {
    title: 'Files too large',
    body: 'The evidence files sent at once have more than 20 MB together. Nothing was attached; files that were there are as they were. Each file may have 10 MB: go back, compress the files or attach them a few at a time.',
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
