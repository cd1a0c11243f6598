import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../env.server.ts';

/** Headers of every answer. HSTS and its kin only where readers come over HTTPS; elsewhere browsers complain of them. */
export function securityHeaders(config: Config, dev: boolean): RequestHandler[] {
  const https = config.origin.startsWith('https:');
  return [
    helmet({
      contentSecurityPolicy: false, // set below, with the nonce of this answer
      strictTransportSecurity: https && { maxAge: 365 * 24 * 3600 },
      crossOriginOpenerPolicy: https,
      originAgentCluster: https,
      // With no-referrer, browsers send `Origin: null` with our own forms.
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    }),
    (_request, response, next) => {
      response.setHeader('Content-Security-Policy', contentSecurityPolicy(response.locals.nonce, dev));
      response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
      next();
    },
  ];
}

/** In development Vite adds styles without a nonce and talks over a web socket. */
export function contentSecurityPolicy(nonce: string, dev: boolean): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' ${dev ? `'unsafe-inline'` : `'nonce-${nonce}'`}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `form-action 'self'`,
  ].join('; ');
}
