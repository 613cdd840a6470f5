import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { Log } from '../ports.ts';
import { type RunningServer, startServer } from './server-lifecycle.ts';

interface Wanted {
  /** 0 is any that is free. */
  readonly port: number;
  /** The option of the command line that chooses another. */
  readonly option: string;
}

interface Listening extends RunningServer {
  readonly url: string;
  readonly port: number;
}

/** Only this machine: the address, never the name localhost, which may mean another. */
const address = '127.0.0.1';

/** Resolves when the server listens; throws `port_in_use` with what to do about it. */
export async function listenLocally(server: Server, { port, option }: Wanted, log: Log): Promise<Listening> {
  const running = await startServer(server, { port, host: address, exclusive: true }, log).catch(
    (error: NodeJS.ErrnoException) => {
      throw explain(error, { port, option });
    },
  );
  const listening = (server.address() as AddressInfo).port;
  return { ...running, port: listening, url: `http://${address}:${listening}` };
}

function explain(error: NodeJS.ErrnoException, { port, option }: Wanted): Error {
  const advice = `Choose another with ${option}, or ${option} 0 for any that is free.`;
  if (error.code === 'EADDRINUSE') {
    return new AppError('port_in_use', `Port ${port} is in use by another program. ${advice}`, { cause: error });
  }
  if (error.code === 'EACCES') {
    return new AppError('port_in_use', `This account may not listen on port ${port}. ${advice}`, { cause: error });
  }
  return error;
}
