/** The rules of this page, set before anything else runs (main.tsx imports this file first). */

interface TrustedTypes {
  createPolicy(name: 'default', rules: { createHTML(text: string): string }): unknown
}

/**
 * Ant Design writes its style sheets through `innerHTML` of style elements, which the page's Trusted Types rule
 * would refuse. Style text has no "<"; anything that could become markup is still refused.
 */
export function styleTextOnly(text: string): string {
  if (text.includes('<')) throw new TypeError('The page makes no markup from text.')
  return text
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
trustedTypes?.createPolicy('default', { createHTML: styleTextOnly })

/**
 * The policy lets a style sheet in only with this page's nonce. Ant Design can be given it, but its parts also write
 * sheets of their own (a dialog stops the page behind it from scrolling), so every style element gets it at birth.
 */
function styleElementsWith(nonce: string): void {
  const create = document.createElement.bind(document)
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }) as typeof document.createElement
}

const { nonce } = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]') ?? {}
if (nonce) styleElementsWith(nonce)
