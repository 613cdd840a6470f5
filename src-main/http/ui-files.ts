import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Ports } from '../ports.ts';
import { closedHeaders, describePagePolicy } from './page-headers.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Where the build puts what carries a hash of its content in its name. */
const hashedFiles = '/assets/';
const noncePlaceholder = '__CSP_NONCE__';

const notBuilt = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Halo MCP Workbench</title>
  <h1>The pages are not built yet</h1>
  <p>Run <code>npm run build</code> in the workbench's folder, then start it again.</p>
</html>
`;

/**
 * Serves the built pages. All files are read into memory at once: what is not among them cannot be asked for, and a
 * build that replaces them on the disk does not mix two versions in a page that is open.
 */
export function createUiFiles(folder: string, ports: Ports): (request: Request) => Promise<Response> {
  const loading = readFiles(folder).catch((error: unknown) => {
    ports.log.error('The files of the pages could not be read.', { folder, error });
    return new Map<string, Uint8Array<ArrayBuffer>>();
  });
  return async ({ method, url }) => {
    if (method !== 'GET' && method !== 'HEAD') {
      return refuse(405, 'Pages and their files are only read.', { allow: 'GET, HEAD' });
    }
    const path = decodePath(new URL(url).pathname);
    if (path === undefined) return refuse(404, 'There is nothing at this address.');
    const files = await loading;
    const respond = (
      body: Uint8Array<ArrayBuffer> | string,
      status: number,
      headers: Record<string, string>,
    ): Response =>
      new Response(method === 'HEAD' ? null : body, {
        status,
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      });
    const file = files.get(path);
    if (file !== undefined && path !== '/index.html') return respond(file, 200, describeFile(path));
    if (!isPage(path)) return refuse(404, 'There is nothing at this address.');
    const nonce = ports.randomBytes(18).toString('base64');
    const index = files.get('/index.html');
    if (index === undefined) return respond(notBuilt, 503, describePagePolicy(nonce));
    const html = Buffer.from(index).toString().replaceAll(noncePlaceholder, nonce);
    return respond(html, 200, describePagePolicy(nonce));
  };
}

/** By the path that a browser asks for. Links are not followed, and files of unknown types are left out. */
async function readFiles(folder: string): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const paths = entries
    .filter((entry) => entry.isFile() && types[extname(entry.name)] !== undefined)
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      paths.map(async (path) => {
        const address = `/${relative(folder, path).split(sep).join('/')}`;
        return [address, new Uint8Array(await readFile(path))] as const;
      }),
    ),
  );
}

function decodePath(pathname: string): string | undefined {
  try {
    const path = decodeURIComponent(pathname);
    return /(^|\/)\.\.?(\/|$)|[\\\0]/.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}

/** Pages have addresses of their own, which only the page itself understands; files have a dot in their names. */
function isPage(path: string): boolean {
  return path === '/index.html' || !path.slice(path.lastIndexOf('/')).includes('.');
}

function describeFile(path: string): Record<string, string> {
  const caching = path.startsWith(hashedFiles) ? 'public, max-age=31536000, immutable' : 'no-cache';
  return { ...closedHeaders, 'cache-control': caching, 'content-type': types[extname(path)] ?? '' };
}

function refuse(status: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ message }, { status, headers: { ...closedHeaders, ...headers } });
}
