/** The `app:` scheme: the window's own files at app://ui, pictures at app://preview, pages to print at app://print. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { protocol } from 'electron'
import type { EngineProcess } from './engine-process.ts'
import { type PageFetched, servePrint } from './print-pages.ts'

export const pageOrigin = 'app://ui'

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

/** Where the nonce stands in the built page (vite.config.ts). */
const noncePlace = /__NONCE__/g

/** Call before the app is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])
}

/** Call when the app is ready. `uiFolder` is absolute and holds index.html. */
export function serveApp(uiFolder: string, engine: EngineProcess, pageFetched: PageFetched): void {
  protocol.handle('app', (request) => {
    const url = new URL(request.url)
    if (request.method === 'GET' && url.host === 'ui') return servePage(uiFolder, url)
    if (request.method === 'GET' && url.host === 'preview') return servePreview(engine, url)
    if (request.method === 'GET' && url.host === 'print') return servePrint(engine, url, pageFetched)
    return notFound()
  })
}

async function servePage(uiFolder: string, url: URL): Promise<Response> {
  const path = join(uiFolder, decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname))
  if (!path.startsWith(uiFolder + sep)) return notFound()
  // Not a stream: out of app.asar that copies the file to a temporary place first.
  const bytes = await readFile(path).catch(() => null)
  if (!bytes) return notFound()
  const nonce = randomBytes(16).toString('base64')
  const body = extname(path) === '.html' ? bytes.toString('utf8').replace(noncePlace, nonce) : new Uint8Array(bytes)
  return new Response(body, {
    headers: { ...pageHeaders(nonce), 'content-type': contentTypes[extname(path)] ?? 'application/octet-stream' },
  })
}

/** app://preview/image/<id>?side=1600&adjusted=1&v=3; `v` only makes the address new when the picture is. */
async function servePreview(engine: EngineProcess, url: URL): Promise<Response> {
  const image = /^\/image\/([\w-]+)$/.exec(url.pathname)?.[1]
  if (!image) return notFound()
  const query = url.searchParams
  const reply = await engine.call('image/preview', {
    image,
    side: Number(query.get('side') ?? 1024),
    adjusted: ['1', 'true'].includes(query.get('adjusted') ?? '1'),
  })
  if (!reply.ok) return new Response(reply.failure.code, { status: 404 })
  const { bytes } = reply.value as { bytes: Uint8Array<ArrayBuffer> }
  return new Response(bytes, {
    headers: {
      'content-type': 'image/jpeg',
      'cache-control': query.has('v') ? 'private, max-age=86400, immutable' : 'no-store',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': pageOrigin,
      'cross-origin-resource-policy': 'cross-origin',
    },
  })
}

function pageHeaders(nonce: string): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      // Ant Design writes its styles at run time; they carry the nonce.
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' app: blob: data:",
      "font-src 'self'",
      "connect-src 'self' app:",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  }
}

function notFound(): Response {
  return new Response('not found', { status: 404 })
}
