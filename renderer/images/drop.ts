/** Dropping: files from outside, or a picture of this filing on its way to another place. */
import { type DragEvent, useState } from 'react'

/** What a dragged picture of ours carries: its id. */
export const imageType = 'application/x-beiqi-image'

export interface DropTarget {
  onFiles(files: File[]): void
  onImage?(image: string): void
}

/** `over` while something that can be dropped here hovers over it. The innermost place takes it. */
export function useDrop({ onFiles, onImage }: DropTarget) {
  const [over, setOver] = useState(false)
  const takes = ({ dataTransfer }: DragEvent) =>
    dataTransfer.types.includes('Files') || (onImage !== undefined && dataTransfer.types.includes(imageType))
  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (!takes(event)) return
      event.preventDefault()
      event.stopPropagation()
      setOver(true)
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
    },
    onDrop: (event: DragEvent) => {
      if (!takes(event)) return
      event.preventDefault()
      event.stopPropagation()
      setOver(false)
      const image = event.dataTransfer.getData(imageType)
      if (image) onImage?.(image)
      else onFiles([...event.dataTransfer.files])
    },
  }
  return { over, handlers }
}

/** Pictures and PDFs on the clipboard. */
export function pastedImages(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(
    (file) => file.type.startsWith('image/') || ['application/pdf', ''].includes(file.type),
  )
}
