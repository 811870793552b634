import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify, { LogController } from 'fastify';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { Deps } from './deps.ts';
import { handleErrors } from './error-handler.ts';
import { boothRoutes } from './features/booth/booth.routes.ts';
import { boxRoutes } from './features/box/box.routes.ts';
import { paperRoutes } from './features/paper/paper.routes.ts';
import { readinessRoutes } from './features/readiness/readiness.routes.ts';
import { reopeningRoutes } from './features/reopening/reopening.routes.ts';
import { backupRoutes } from './features/backup/backup.routes.ts';
import { gateRoutes } from './features/gate/gate.routes.ts';
import { openingRoutes } from './features/opening/opening.routes.ts';
import { outcomeRoutes } from './features/outcome/outcome.routes.ts';
import { recordRoutes } from './features/record/record.routes.ts';
import { rulingRoutes } from './features/ruling/ruling.routes.ts';
import { screenRoutes } from './features/screen/screen.routes.ts';
import { archiveRoutes } from './features/archive/archive.routes.ts';
import { documentRoutes } from './features/document/document.routes.ts';
import { closer } from './features/round/closer.ts';
import { roundRoutes } from './features/round/round.routes.ts';
import { accountRoutes } from './features/account/account.routes.ts';
import { adoptionRoutes } from './features/adoption/adoption.routes.ts';
import { attendanceRoutes } from './features/attendance/attendance.routes.ts';
import { auditRoutes } from './features/audit/audit.routes.ts';
import { authenticationRoutes } from './features/authentication/authentication.routes.ts';
import { isLiveSession } from './db/account.repository.ts';
import { congressRoutes } from './features/congress/congress.routes.ts';
import { delegateRoutes } from './features/delegate/delegate.routes.ts';
import { letterRoutes } from './features/letter/letter.routes.ts';
import { handCountRoutes } from './features/hand-count/hand-count.routes.ts';
import { networkRoutes } from './features/network/network.routes.ts';
import { printedRoutes } from './features/printed/printed.routes.ts';
import { projectRoutes } from './features/project/project.routes.ts';
import { rehearsalSeedRoutes } from './features/rehearsal-seed/rehearsal-seed.routes.ts';
import { sheetFileRoutes } from './features/sheet-file/sheet-file.routes.ts';
import { simulationRoutes } from './features/simulation/simulation.routes.ts';
import { scrutineerRoutes } from './features/scrutineer/scrutineer.routes.ts';
import { serviceRoutes } from './features/service/service.routes.ts';
import { setupRoutes } from './features/setup/setup.routes.ts';
import { authentication, readCaller } from './plugins/authentication.ts';
import { events } from './plugins/events.ts';
import { takeInLargeBodies } from './plugins/large-bodies.ts';
import { pages } from './plugins/pages.ts';

/** The reference page writes its styles at run time; nothing on it comes from elsewhere. */
const REFERENCE_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

/**
 * How long browsers keep to https for this host. With the hall's own authority only for the day: the same machine may
 * serve a rehearsal over http tomorrow. Never for names below, which are not ours.
 */
const REMEMBERED_SECONDS = 180 * 86_400;
const REMEMBERED_SECONDS_OWN = 86_400;

export type AppOptions = {
  /** The meeting's database, for LISTEN. */
  readonly databaseUrl: string;
  /** Told of every route as it is registered. */
  readonly onRoute?: (route: RouteOptions) => void;
};

/** Table of contents: what the server does, feature by feature. */
export async function buildApp(deps: Deps, options: AppOptions): Promise<FastifyInstance> {
  const { config } = deps;
  const app = Fastify({
    // No request log: a line per request would tie an address and an instant to a ballot.
    logger: { level: 'warn' },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 256 * 1024,
    // A request that drips in holds a connection: two minutes are enough for a roll over a slow line.
    requestTimeout: 120_000,
    trustProxy: false,
    ...(config.tls === null ? {} : { https: { cert: config.tls.cert, key: config.tls.key } }),
  });
  if (options.onRoute !== undefined) app.addHook('onRoute', options.onRoute);
  handleErrors(app);
  // Messages are parsed once, by serve(); these schemas only document.
  app.setValidatorCompiler(() => (value: unknown) => ({ value }));
  app.setSerializerCompiler(() => (value: unknown) => JSON.stringify(value));

  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: { defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'", 'data:'], objectSrc: ["'none'"], frameAncestors: ["'none'"], upgradeInsecureRequests: null },
    },
    strictTransportSecurity: config.tls === null ? false : { maxAge: config.tls.authority === null ? REMEMBERED_SECONDS : REMEMBERED_SECONDS_OWN, includeSubDomains: false },
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(swagger, {
    openapi: {
      info: { title: '民生实事项目票决 API', version: '0.1.0' },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: REFERENCE_POLICY });
  app.get('/api/openapi.json', { config: { who: ['public'] }, schema: { hide: true } }, () => app.swagger());

  // Not a Fastify scope of its own name: decorators of the token plugin must reach every route below.
  await authentication(app, { secret: config.jwtSecret });
  boxRoutes(app, deps);
  await app.register(async (api) => {
    readCaller(api, (who) => isLiveSession(deps.db, who));
    takeInLargeBodies(api);
    await events(api, { databaseUrl: options.databaseUrl, onChange: ({ topic }) => topic === 'round' && deps.keys.forgetAll() });
    await pages(api);
    serviceRoutes(api, deps);
    networkRoutes(api, deps);
    readinessRoutes(api, deps);
    setupRoutes(api, deps);
    authenticationRoutes(api, deps);
    congressRoutes(api, deps);
    projectRoutes(api, deps);
    accountRoutes(api, deps);
    delegateRoutes(api, deps);
    sheetFileRoutes(api, deps);
    letterRoutes(api, deps);
    scrutineerRoutes(api, deps);
    attendanceRoutes(api, deps);
    adoptionRoutes(api, deps);
    auditRoutes(api, deps);
    rehearsalSeedRoutes(api, deps);
    roundRoutes(api, deps);
    backupRoutes(api, deps);
    gateRoutes(api, deps);
    openingRoutes(api, deps);
    rulingRoutes(api, deps);
    outcomeRoutes(api, deps);
    recordRoutes(api, deps);
    screenRoutes(api, deps);
    documentRoutes(api, deps);
    archiveRoutes(api, deps);
    closer(api, deps);
    boothRoutes(api, deps);
    paperRoutes(api, deps);
    reopeningRoutes(api, deps);
    printedRoutes(api, deps);
    handCountRoutes(api, deps);
    simulationRoutes(api, deps);
  });
  return app;
}
