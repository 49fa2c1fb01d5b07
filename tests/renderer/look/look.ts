/** The window with the fake bridge, to look at in any browser: `vite tests/renderer/look`. */
// First, as in the program: the sample is parsed when its file is read.
import '../../../renderer/page-rules.ts'
import { makeFake } from '../fake-bridge.ts'
import { drawBytes, drawPhoto } from './draw.ts'

const query = new URLSearchParams(location.search)
const fake = makeFake({
  draw: drawBytes,
  settings: {
    role: query.has('first') ? null : query.get('role') === 'self' ? 'self' : 'agency',
    language: query.get('lang') === 'en' ? 'en' : 'zh',
  },
})
Object.assign(window, { bridge: fake.bridge, fake })

// There is no shell here to serve app://preview, so those pictures are drawn in the page. React writes the
// attribute, and the property once more when the picture is in the page.
const drawn = (value: string) => {
  const preview = /^app:\/\/preview\/image\/([\w-]+)/.exec(value)?.[1]
  return preview ? drawPhoto(fake.images.find(({ id }) => id === preview)) : value
}
const image = HTMLImageElement.prototype
const { setAttribute } = image
image.setAttribute = function (name: string, value: string) {
  setAttribute.call(this, name, name === 'src' ? drawn(value) : value)
}
Object.defineProperty(image, 'src', {
  get(this: HTMLImageElement) {
    return this.getAttribute('src') ?? ''
  },
  set(this: HTMLImageElement, value: string) {
    setAttribute.call(this, 'src', drawn(value))
  },
})

await import('../../../renderer/main.tsx')
