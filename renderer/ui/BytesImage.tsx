import { type ReactElement, useEffect, useState } from 'react'

/** A picture that came as bytes over the bridge. */
export function BytesImage(props: { bytes: Uint8Array; alt: string; className?: string }): ReactElement | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([props.bytes as Uint8Array<ArrayBuffer>]))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [props.bytes])
  return url === null ? null : <img src={url} alt={props.alt} className={props.className} />
}
