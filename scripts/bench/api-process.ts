/** The real server, as `npm start` runs it, for the bench. */
import { z } from 'zod';
import { startServer } from '#server/main.ts';
import { freePort, ownConfig } from '../simulation/own-server.ts';
import { serveParent } from './child.ts';

const { databaseUrl, dataDir } = z.object({ databaseUrl: z.string(), dataDir: z.string() }).parse(JSON.parse(process.argv[2] ?? ''));
const port = await freePort();
const server = await startServer({ ...ownConfig(port, dataDir), host: '127.0.0.1' }, databaseUrl);
serveParent(port, () => server.close());
