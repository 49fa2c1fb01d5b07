import type { ImageView } from '../../preload/views.ts'
import { useDesk } from '../filing/desk.ts'
import { usePlaceName } from '../filing/place-names.ts'
import { useWhere } from '../route.ts'
import { useOurs, useText } from '../text/language.ts'
import type { MenuLine } from '../ui/Menu.tsx'
import { moveImage, samePlace } from './deeds.ts'
import { removeImage } from './removal.ts'
import { splitImage } from './split.ts'

/** Everything that can be done with a picture, without dragging. */
export function useImageMenu(image: ImageView, nth: number, of: number): MenuLine[] {
  const t = useText('images')
  const filing = useText('filing')
  const common = useText('common')
  const { tasks, images: all } = useDesk()
  const ours = useOurs()
  const placeName = usePlaceName()
  const goTo = useWhere((where) => where.goTo)
  const targets = tasks.map(({ key, item, images }): MenuLine => {
    const place = { material: item.material, for: item.for }
    const name = placeName(item)
    const label = name ? `${ours(item.title)} · ${name}` : ours(item.title)
    return {
      key,
      label,
      disabled: samePlace(image.place, place),
      run: () => void moveImage(image, place, images.length, label),
    }
  })
  const tray: MenuLine = {
    key: 'tray',
    label: filing('tray'),
    disabled: image.place === null,
    run: () => void moveImage(image, null, Number.MAX_SAFE_INTEGER, null),
  }
  const edit: MenuLine = {
    key: 'edit',
    label: t('edit'),
    icon: 'corners',
    run: () => goTo({ page: 'editor', image: image.id }),
  }
  const order: MenuLine[] = [
    {
      key: 'earlier',
      label: t('earlier'),
      icon: 'up',
      disabled: nth === 0,
      run: () => void moveImage(image, image.place, nth - 1, null),
    },
    {
      key: 'later',
      label: t('later'),
      icon: 'down',
      disabled: nth === of - 1,
      run: () => void moveImage(image, image.place, nth + 1, null),
    },
  ]
  const split: MenuLine = {
    key: 'split',
    label: t('split'),
    icon: 'copy',
    run: () => void splitImage(image, all.length),
  }
  return [
    edit,
    split,
    ...(of > 1 ? order : []),
    { key: 'move', label: t('moveTo'), icon: 'folder', lines: [...targets, tray] },
    { key: 'remove', label: common('remove'), icon: 'trash', danger: true, run: () => void removeImage(image) },
  ]
}
