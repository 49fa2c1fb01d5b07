/** One build for everything that runs in the packaged program: `vite build --app`. */
import { builtinModules } from 'node:module'
import { basename, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite'
import { calls } from './preload/contract.ts'

const at = (path: string) => resolve(import.meta.dirname, path)
const builtins = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)]

/** Stay outside the bundle: they bring binaries, WebAssembly or fonts that they look for beside themselves. */
const natives = ['sharp', 'better-sqlite3', '@techstark/opencv-js', '@hyzyla/pdfium', 'onnxruntime-node']
const beside = /^@(expo-google-fonts|gutenye)\//

function node(entries: string[], outDir: string, format: 'es' | 'cjs'): EnvironmentOptions {
  const external = [...builtins, 'electron', ...natives, beside]
  return {
    consumer: 'server',
    // Everything else is bundled, so the package carries no node_modules but the natives'.
    resolve: { noExternal: true, external: [...builtins, 'electron', ...natives] },
    build: {
      outDir: at(outDir),
      emptyOutDir: true,
      ssr: true,
      // The oldest Electron that the tests run on has Node 20.
      target: 'node20',
      minify: false,
      // Read from disk, not from a network.
      chunkSizeWarningLimit: 10_000,
      copyPublicDir: false,
      rolldownOptions: {
        input: Object.fromEntries(entries.map((entry) => [basename(entry, '.ts'), at(entry)])),
        external,
        // In one folder: the engine looks for its threads' entry beside itself.
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  }
}

/** Components of Ant Design that the window shows, as its style sheet calls them, and what they are made of. */
const shown = new Set(
  (
    'btn checkbox dropdown input modal progress radio segmented select slider tooltip ' +
    'css empty fade motion move scroll slide space spin wave zoom'
  ).split(' '),
)

const isShown = (selector: string) =>
  [...selector.replace(/:not\([^)]*\)/g, '').matchAll(/\.ant-([a-z]+)/g)].every(([, part = '']) => shown.has(part))

/**
 * Ant Design's own style sheet without the components that are never shown, which are three quarters of a megabyte.
 * Written by it at run time instead (`zeroRuntime` in renderer/ui/theme.ts), the styles would cost a third of the
 * page's start.
 */
const antStyles: Plugin = {
  name: 'ant-styles',
  enforce: 'pre',
  transform: {
    filter: { id: /antd\/dist\/antd\.css$/ },
    handler: (sheet) =>
      sheet.replace(/([^{}]+)\{[^{}]*\}/g, (rule, selectors: string) =>
        selectors.split(',').some(isShown) ? rule : '',
      ),
  },
}

export default defineConfig({
  root: at('renderer'),
  plugins: [react(), antStyles],
  // The policy of the page lets a script or style in only by file or by this answer's nonce (shell/app-protocol.ts).
  html: { cspNonce: '__NONCE__' },
  builder: {
    async buildApp(builder) {
      await Promise.all(Object.values(builder.environments).map((environment) => builder.build(environment)))
    },
  },
  environments: {
    client: {
      build: {
        outDir: at('out/renderer'),
        emptyOutDir: true,
        target: 'chrome130',
        modulePreload: { polyfill: false },
        // Small pictures stay files: the page's policy is simpler without data URLs.
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 10_000,
      },
    },
    // A sandboxed preload is one CommonJS file.
    preload: node(['preload/index.ts'], 'out/preload', 'cjs'),
    shell: {
      ...node(['main/shell/index.ts'], 'out/shell', 'es'),
      define: { CALL_NAMES: JSON.stringify(Object.keys(calls)) },
    },
    engine: node(
      ['main/engine/index.ts', 'main/engine/package/batch-worker.ts', 'main/engine/pictures/decoder-thread.ts'],
      'out/engine',
      'es',
    ),
  },
})
