import { describe, expect, it } from 'vitest';
import { bodyLimitBytes, bodyProblem, uploadLimitBytes } from './body-limit.server.ts';

describe('bodyProblem', () => {
  it.each([
    ['/login', {}, undefined],
    ['/login', { 'content-length': `${bodyLimitBytes}` }, undefined],
    ['/login', { 'content-length': `${bodyLimitBytes + 1}` }, 'tooLarge'],
    ['/offices/440103001/2025/import', { 'content-length': `${uploadLimitBytes}` }, undefined],
    ['/offices/440103001/2025/import', { 'content-length': `${uploadLimitBytes + 1}` }, 'uploadTooLarge'],
    ['/offices/440103001/2025/evidence', { 'content-length': `${uploadLimitBytes}` }, undefined],
    ['/offices/440103001/2025/evidence', { 'content-length': `${uploadLimitBytes + 1}` }, 'evidenceTooLarge'],
    ['/offices/440103001/2025/evidence/1', { 'content-length': `${bodyLimitBytes + 1}` }, 'tooLarge'],
    ['/districts/440103/2025/evidence', { 'content-length': `${bodyLimitBytes + 1}` }, 'tooLarge'],
    ['/login', { 'transfer-encoding': 'chunked' }, 'badRequest'],
  ])('%s %j: %s', (path, headers, problem) => expect(bodyProblem(path, headers)).toBe(problem));
});
