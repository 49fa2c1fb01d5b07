import type { ReactElement } from 'react'
import type { ImageView } from '../../preload/views.ts'
import type { Finding } from '../../rules/answers.ts'
import { nameOf } from '../images/name.ts'
import { thumbnailId } from '../images/Thumbnail.tsx'
import { labelAt } from '../profile/fields.ts'
import { useWhere } from '../route.ts'
import { useOurs, useText } from '../text/language.ts'
import { StatusTag } from '../ui/StatusTag.tsx'
import { useDesk } from './desk.ts'
import { Earlier, VerifyLine } from './Earlier.tsx'
import { Sources } from './Sources.tsx'
import { imageOf, inspectorId, placeKey, tasksWith, trayKey } from './tasks-view.ts'

export const findingsId = 'findings-head'

/** 驳回体检: what would be refused, why, and the way to the place where it is put right. */
export function Findings(): ReactElement | null {
  const { checklist, findings } = useDesk()
  const t = useText('filing')
  if (!checklist) return null
  return (
    <section aria-labelledby={findingsId}>
      <div className="section-head">
        <h2 id={findingsId}>{t('findings')}</h2>
        {findings.length > 0 && <p className="aside">{t('findingsHint')}</p>}
      </div>
      {findings.length === 0 ? (
        <p className="aside">{t('findingsNone')}</p>
      ) : (
        <ul className="card rows">
          {findings.map((finding) => (
            <FindingRow key={`${finding.code}-${finding.at}-${finding.zh}`} finding={finding} />
          ))}
        </ul>
      )}
    </section>
  )
}

function FindingRow({ finding }: { finding: Finding }): ReactElement {
  const t = useText('filing')
  const knowledge = useText('knowledge')
  const images = useText('images')
  const ours = useOurs()
  const { sources, earlier, overruled } = finding
  const image = imageOf(finding, useDesk().images)
  return (
    <li className="finding">
      <StatusTag status={overruled ? 'overruled' : finding.severity} />
      <div className="finding-text">
        <p>
          {ours(finding)} {image && <span className="aside">{nameOf(image)}</span>}
        </p>
        <p className="aside">{overruled ? images('overruledFor', { reason: overruled.reason }) : ours(finding.fix)}</p>
        {finding.verify && <VerifyLine />}
        {sources.length + earlier.length > 0 && (
          <details>
            <summary>{earlier.length > 0 ? knowledge('sourcesAndEarlier') : t('sources')}</summary>
            <Sources sources={sources} />
            <Earlier reasons={earlier} deciding={sources} />
          </details>
        )}
      </div>
      <FixLink finding={finding} image={image} />
    </li>
  )
}

/** Leads to the field, or to the picture. */
function FixLink({ finding, image }: { finding: Finding; image: ImageView | null }): ReactElement | null {
  const { view, tasks } = useDesk()
  const t = useText('filing')
  const { goTo, select } = useWhere()
  const [paper] = tasksWith(finding, tasks)
  if (image) {
    const show = () => {
      select(image.place ? placeKey(image.place) : trayKey)
      requestAnimationFrame(() => {
        const picture = document.getElementById(thumbnailId(image))
        picture?.scrollIntoView({ block: 'center' })
        picture?.focus({ preventScroll: true })
      })
    }
    return (
      <button type="button" className="link" onClick={show}>
        {t('showPicture')}
      </button>
    )
  }
  if (paper) {
    const show = () => {
      select(paper.key)
      requestAnimationFrame(() => document.getElementById(inspectorId)?.focus())
    }
    return (
      <button type="button" className="link" onClick={show}>
        {t('showPictures')}
      </button>
    )
  }
  if (labelAt(view.filing, finding.at) === null) return null
  return (
    <button type="button" className="link" onClick={() => goTo({ page: 'profile', at: finding.at })}>
      {t('fixField')}
    </button>
  )
}
