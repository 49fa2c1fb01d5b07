import type { ReactElement } from 'react'
import type { ImageView } from '../../preload/views.ts'
import { useDesk } from '../filing/desk.ts'
import { nameOf } from '../images/name.ts'
import { useOurs, useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { type Offer, takeOver } from './take-over.ts'
import './reading.css'

/** What stands on the pictures of a paper, beside what the filing says; nothing is taken over by itself. */
export function ReadingCard({ images }: { images: readonly ImageView[] }): ReactElement | null {
  const t = useText('reading')
  const told = images.filter(({ reading }) => reading?.document)
  const waiting = images.filter(({ toRead }) => toRead).length
  if (told.length === 0 && waiting === 0) return null
  return (
    <section aria-labelledby="reading-head" className="reading">
      <h3 id="reading-head">{t('head')}</h3>
      {waiting > 0 && <p className="aside">{t('waiting', { count: waiting })}</p>}
      {told.map((image) => (
        <ReadPicture key={image.id} image={image} />
      ))}
      {told.some(({ offers }) => offers.length > 0) && <p className="aside">{t('hint')}</p>}
    </section>
  )
}

function ReadPicture({ image }: { image: ImageView }): ReactElement {
  const ours = useOurs()
  const { reading, offers } = image
  return (
    <div className="read-picture">
      <p className="read-title">
        {reading?.title && ours(reading.title)} <span className="aside">{nameOf(image)}</span>
      </p>
      {offers.length > 0 && (
        <ul className="read-fields">
          {offers.map((offer) => (
            <OfferLine key={offer.at} offer={offer} image={image} />
          ))}
        </ul>
      )}
    </div>
  )
}

function OfferLine({ offer, image }: { offer: Offer; image: ImageView }): ReactElement {
  const t = useText('reading')
  const ours = useOurs()
  const { view } = useDesk()
  const title = ours(offer.title)
  // Where the facts say the same, nothing is left to compare.
  const tellsStanding = !offer.same || offer.standing === 'confirmed'
  const shown = (value: string) => (value === 'long-term' ? t('longTerm') : value)
  return (
    <li>
      <span className="aside">{title}</span>
      <span className="read-value">
        {shown(offer.value)} {tellsStanding && <span className="standing">{t(offer.standing)}</span>}
        {!offer.same && offer.now !== null && <span className="aside">{t('now', { value: shown(offer.now) })}</span>}
      </span>
      {offer.same ? (
        <span className="read-same">
          <Icon name="check" size={15} />
          {t('same')}
        </span>
      ) : (
        <Button
          small
          name={t('takeName', { title })}
          onClick={() => void takeOver(view.id, offer, image.reading?.certificate ?? null, title)}
        >
          {t(offer.now === null ? 'take' : 'replace')}
        </Button>
      )}
    </li>
  )
}
