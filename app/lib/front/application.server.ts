import { resolve } from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { DatabaseHandle } from '#db/client.server.ts';
import type { Config } from '../env.server.ts';
import type { RequestContext } from '../load-context.server.ts';
import type { Lockout } from '../lockout.server.ts';
import { isOutage } from '../outage.server.ts';
import { bodyProblem, droppedLimitBytes } from './body-limit.server.ts';
import { isCrossSite } from './cross-site.server.ts';
import { securityHeaders } from './headers.server.ts';
import { plainAnswer } from './plain-answer.server.ts';
import { requestLog } from './request-log.server.ts';

export interface Services {
  config: Config;
  database: DatabaseHandle;
  lockout: Lockout;
  log: Logger;
}

export interface Pages {
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Serves scripts and styles in development, in place of the built files. */
  assets?: RequestHandler;
}

/** Everything between the socket and Remix, in the order in which a request meets it. */
export function createApplication(services: Services, pages: Pages): Express {
  const { config, database, log } = services;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustedProxies);
  app.use(requestLog(log), ...securityHeaders(config, pages.assets !== undefined));
  if (pages.assets) app.use(pages.assets);
  else serveBuiltFiles(app);
  app.use(noStore);
  app.get('/healthz', (_request, response) => void response.type('text').send('ok'));
  app.get('/readyz', async (_request, response) => {
    const ready = await database.isReady().catch(() => false);
    response
      .status(ready ? 200 : 503)
      .type('text')
      .send(ready ? 'ready' : 'database not reachable or not migrated');
  });
  app.use(refuseCrossSite(config.origin), refuseLargeBody, hideOuterAddress(config.origin));
  app.all(
    '*',
    createRequestHandler({
      build: pages.build,
      mode: config.production ? 'production' : 'development',
      getLoadContext: (request, response) => contextOf(services, request.ip ?? '', response.locals),
    }),
  );
  app.use(lastResort(log));
  return app;
}

/** Names of built files change with their content; what is missing must not fall through to a page. */
function serveBuiltFiles(app: Express): void {
  const folder = resolve('build/client');
  const hashed = express.static(resolve(folder, 'assets'), { immutable: true, maxAge: '1y', index: false });
  app.use(
    '/assets',
    hashed,
    (_request, response) => void response.status(404).type('text').send('not found'),
  );
  app.use(express.static(folder, { maxAge: '1h', index: false, redirect: false }));
}

const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};

function refuseCrossSite(origin: string): RequestHandler {
  return (request, response, next) => {
    if (isCrossSite(request, origin)) plainAnswer(request, response, 403, 'crossSite');
    else next();
  };
}

const refuseLargeBody: RequestHandler = (request, response, next) => {
  const problem = bodyProblem(request.path, request.headers);
  if (!problem) return next();
  response.setHeader('Connection', 'close');
  const answer = () => plainAnswer(request, response, problem === 'badRequest' ? 400 : 413, problem);
  const isDropped =
    (problem === 'uploadTooLarge' || problem === 'evidenceTooLarge') &&
    Number(request.headers['content-length']) <= droppedLimitBytes;
  if (isDropped) request.resume().once('end', answer);
  else answer();
};

/**
 * Pages see the configured address only, whatever the Host headers say. `Origin` has done its work, and Remix would
 * compare it with Host.
 */
function hideOuterAddress(origin: string): RequestHandler {
  const { host } = new URL(origin);
  return (request, _response, next) => {
    request.headers.host = host;
    delete request.headers['x-forwarded-host'];
    delete request.headers.origin;
    next();
  };
}

function contextOf(services: Services, address: string, locals: Record<string, string>) {
  const context: RequestContext = {
    ...services,
    address,
    nonce: locals.nonce ?? '',
    requestId: locals.requestId ?? '',
  };
  return { ...context };
}

function lastResort(log: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    log.error({ err: error, requestId: response.locals.requestId }, 'request failed');
    if (response.headersSent) return next(error);
    if (error instanceof URIError) return plainAnswer(request, response, 400, 'badRequest');
    if (isOutage(error)) return plainAnswer(request, response, 503, 'unavailable');
    plainAnswer(request, response, 500, 'server');
  };
}
