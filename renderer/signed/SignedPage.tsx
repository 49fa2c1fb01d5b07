import type { ReactElement } from 'react'
import type { ShownPlace, SignedPageView } from '../../preload/signed-views.ts'
import { useAnswer } from '../calls.ts'
import { useOurs, useText } from '../text/language.ts'
import { BytesImage } from '../ui/BytesImage.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { Icon } from '../ui/icons.tsx'
import { SignedFindings } from './SignedFindings.tsx'
import { stateText } from './signed-view.ts'

const shownSide = 1000

/** One page as it came back, drawn flat, with each place marked and named. */
export function SignedPage({ page }: { page: SignedPageView }): ReactElement {
  const t = useText('signed')
  const ours = useOurs()
  const { role, places, findings } = page
  return (
    <article className="signed-page card">
      <PagePicture page={page} />
      <div className="signed-words">
        <h3>{role ? ours(role.title) : t('unrecognised')}</h3>
        {role && <p className="aside">{t('page', { n: role.page + 1, count: role.pages })}</p>}
        <ul className="signed-places">
          {places.map((place, index) => (
            <li key={place.field} className={place.state}>
              <span className="signed-number">{index + 1}</span>
              <span>{ours(place.title)}</span>
              <span className="signed-state">
                <Icon name={place.state === 'ok' ? 'check' : 'alert'} size={15} />
                {t(stateText[place.state])}
              </span>
            </li>
          ))}
        </ul>
        {findings.length > 0 && <SignedFindings findings={findings} />}
      </div>
    </article>
  )
}

function PagePicture({ page }: { page: SignedPageView }): ReactElement {
  return page.corners && page.aspect !== null ? <FlatPicture page={page} /> : <WholePicture page={page} />
}

/** The page drawn by its corners, with a frame around each place. */
function FlatPicture({ page }: { page: SignedPageView }): ReactElement {
  const t = useText('signed')
  const ours = useOurs()
  const { file, role, corners, aspect, places } = page
  const input = {
    image: file,
    corners: corners ?? [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ],
    aspect: aspect ?? 1,
    side: shownSide,
  }
  const picture = useAnswer('signed/page', input as never)
  const alt = t('pageAlt', { title: role ? ours(role.title) : '', n: (role?.page ?? 0) + 1 })
  return (
    <div className="signed-picture">
      {picture.error && <FailureNote error={picture.error} onRetry={() => void picture.refetch()} />}
      {picture.data && <BytesImage bytes={picture.data.bytes} alt={alt} />}
      {picture.data && places.map((place, index) => <Mark key={place.field} place={place} number={index + 1} />)}
    </div>
  )
}

function Mark({ place, number }: { place: ShownPlace; number: number }): ReactElement | null {
  const { frame, state } = place
  if (!frame) return null
  const percent = (share: number) => `${String(Math.round(share * 10_000) / 100)}%`
  const style = {
    left: percent(frame.x),
    top: percent(frame.y),
    width: percent(frame.width),
    height: percent(frame.height),
  }
  return (
    <span className={`signed-mark ${state}`} style={style} aria-hidden="true">
      <span className="signed-number">{number}</span>
    </span>
  )
}

/** A page of which not all corners are in the picture, or that was not recognised: the picture as it came. */
function WholePicture({ page }: { page: SignedPageView }): ReactElement {
  const t = useText('signed')
  const picture = useAnswer('image/preview', { image: page.file, adjusted: false, side: shownSide })
  return (
    <div className="signed-picture">
      {picture.error && <FailureNote error={picture.error} onRetry={() => void picture.refetch()} />}
      {picture.data && <BytesImage bytes={picture.data.bytes} alt={t('unrecognisedAlt', { name: '' })} />}
    </div>
  )
}
