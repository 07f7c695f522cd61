/** Builds the application: the house, its HTTP server with headers and limits, the contract, and the web client. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import serveStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { AppModule } from './app.module.ts';
import { GoService } from './capture/go.service.ts';
import { PinoLogger, rootLogger } from './platform/logger.ts';
import { partingOf } from './platform/parting.ts';
import type { Settings } from './platform/settings.ts';

const BODY_LIMIT = 5 * 1024 * 1024;

/** An application that is ready to listen, serving the client built into `clientFolder`. The database must have been migrated. */
export async function createApp(settings: Settings, clientFolder: string): Promise<NestFastifyApplication> {
  const logger = rootLogger(settings.logLevel);
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    bodyLimit: BODY_LIMIT,
    trustProxy: settings.trustProxy,
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, {
    logger: new PinoLogger(logger),
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: ['c/*path', 'follow-up/*path', 'my/*path'] });
  app.enableShutdownHooks([]);
  const part = partingOf(app.getHttpServer());
  adapter.getInstance().addHook('preClose', async () => part());
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        objectSrc: ["'none'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
      },
    },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: settings.publicUrl?.startsWith('https:') ?? false,
  });
  app.get(GoService).register(adapter.getInstance());
  describe(app);
  await serveClient(app, clientFolder);
  await app.init();
  return app;
}

/** GET /api/v1/openapi.json and /api/docs, from the schemas of the routes. */
function describe(app: NestFastifyApplication): void {
  const config = new DocumentBuilder()
    .setTitle('Suppilo')
    .setDescription('The talent-attraction funnel tracker for regions')
    .setVersion('1')
    .addBearerAuth()
    .addCookieAuth('suppilo_session')
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, config), { jsonDocumentUrl: 'api/v1/openapi.json' });
}

/** The client's files; every other address that is not the API's opens the client, which knows its own pages. */
async function serveClient(app: NestFastifyApplication, folder: string): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const page = existsSync(join(folder, 'index.html')) ? readFileSync(join(folder, 'index.html')) : undefined;
  if (page) {
    await app.register(serveStatic, {
      root: join(folder, 'assets'),
      prefix: '/assets/',
      wildcard: false,
      immutable: true,
      maxAge: '365d',
      decorateReply: false,
    });
    await app.register(serveStatic, {
      root: folder,
      prefix: '/',
      wildcard: false,
      index: false,
      decorateReply: false,
      globIgnore: ['assets/**'],
      // The worker and the manifest decide which client is installed: asked for anew each time.
      cacheControl: false,
      setHeaders: (reply) => void reply.header('cache-control', 'no-cache'),
    });
  }
  if (!page) return;
  fastify.get('/*', (request, reply) => {
    const path = request.url.split('?')[0]!;
    if (path.startsWith('/api/') || /\.[a-z0-9]+$/i.test(path)) return reply.callNotFound();
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
  });
}
