// Bundles the page and compresses it: the binary serves assets/*.gz as they are.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const result = await build({
  metafile: true,
  entryPoints: { graphiql: 'page.jsx' },
  outdir: 'assets',
  bundle: true,
  minify: true,
  jsx: 'automatic',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.woff': 'empty', '.woff2': 'empty', '.ttf': 'empty' },
  legalComments: 'none', // LICENSES.txt has them
})
for (const name of ['graphiql.js', 'graphiql.css']) {
  let text = readFileSync(`assets/${name}`)
  // A page without outside hosts: not even in the messages of its libraries.
  text = Buffer.from(text.toString().replace(/https:\/\/yarnpkg\.com[\w/.-]*/g, ''))
  if (name.endsWith('.css')) {
    // The fonts inside weigh more than the rest; the system's do.
    text = Buffer.from(text.toString().replace(/@font-face\{[^}]*\}/g, ''))
  }
  writeFileSync(`assets/${name}.gz`, gzipSync(text, { level: 9 }))
  rmSync(`assets/${name}`)
}

// The licences of every package that is in the bundle.
const packages = new Set(
  Object.keys(result.metafile.inputs)
    .map((file) => file.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1])
    .filter(Boolean),
)
const licences = [...packages].sort().map((name) => {
  const folder = `node_modules/${name}`
  const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file && existsSync(`${folder}/${file}`) ? readFileSync(`${folder}/${file}`, 'utf8').trim() : ''
  return `${name} ${version} (${license})\n\n${text}\n`
})
writeFileSync('assets/LICENSES.txt', licences.join('\n----\n\n'))
