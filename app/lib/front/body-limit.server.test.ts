import { describe, expect, it } from 'vitest';
import { bodyLimitBytes, bodyProblem, uploadLimitBytes } from './body-limit.server.ts';

describe('bodyProblem', () => {
  it.each([
    ['/login', {}, undefined],
    ['/login', { 'content-length': `${bodyLimitBytes}` }, undefined],
    ['/login', { 'content-length': `${bodyLimitBytes + 1}` }, 'tooLarge'],
    ['/offices/440103001/2025/import', { 'content-length': `${uploadLimitBytes}` }, undefined],
    ['/offices/440103001/2025/import', { 'content-length': `${uploadLimitBytes + 1}` }, 'uploadTooLarge'],
    ['/login', { 'transfer-encoding': 'chunked' }, 'badRequest'],
  ])('%s %j: %s', (path, headers, problem) => expect(bodyProblem(path, headers)).toBe(problem));
});
