import { type ReactElement, useEffect, useRef } from 'react'
import { Editor } from '../editor/Editor.tsx'
import { FormPage } from '../forms/FormPage.tsx'
import { GuidePage } from '../forms/GuidePage.tsx'
import { imageOfId, moveImage } from '../images/deeds.ts'
import { pastedImages, useDrop } from '../images/drop.ts'
import { thumbnailId } from '../images/Thumbnail.tsx'
import { ExportPage } from '../package/ExportPage.tsx'
import { ProfilePage } from '../profile/ProfilePage.tsx'
import { type Route, useWhere } from '../route.ts'
import { useText } from '../text/language.ts'
import { FailureNote } from '../ui/FailureNote.tsx'
import { tell, undoLast } from '../ui/notices.ts'
import { leaveField, useShortcuts } from '../ui/shortcuts.ts'
import { Brand, TopBar } from '../ui/TopBar.tsx'
import { type Desk, DeskProvider, useDesk, useNewDesk } from './desk.ts'
import { FilingHeader } from './FilingHeader.tsx'
import { TaskPage } from './TaskPage.tsx'
import { firstTask, inspectorId } from './tasks-view.ts'
import './filing.css'
import './knowledge.css'
import './narrow.css'

/** One filing: whose it is on top, and below the task list or one of its pages. */
export function Workspace({ id }: { id: string }): ReactElement {
  const { desk, error, again } = useNewDesk(id)
  const goHome = useWhere((where) => where.goHome)
  const common = useText('common')
  if (desk) {
    return (
      <DeskProvider value={desk}>
        <OpenFiling />
      </DeskProvider>
    )
  }
  return (
    <>
      <TopBar>
        <Brand />
      </TopBar>
      <main id="main" tabIndex={-1} className="page narrow">
        {error ? <FailureNote error={error} onRetry={again} /> : <p className="aside">{common('loading')}</p>}
        {error && (
          <button type="button" className="link" onClick={goHome}>
            {common('backHome')}
          </button>
        )}
      </main>
    </>
  )
}

function OpenFiling(): ReactElement {
  const desk = useDesk()
  const t = useText('images')
  const { route, goTo, goHome } = useWhere()
  const page = route.screen === 'filing' ? route : null
  const place = useChosenPlace(desk)
  useShortcuts({
    Escape:
      page?.page === 'editor'
        ? undefined
        : () => leave(() => (page?.page === 'tasks' ? goHome() : goTo({ page: 'tasks' }))),
    o: () => desk.takingIn.choose(place),
    e: () => goTo({ page: 'export' }),
    'Ctrl+z': page?.page === 'editor' ? undefined : undoLast,
  })
  usePaste((files) => desk.takingIn.takeFiles(files, page?.page === 'tasks' ? place : null))
  useArrival(page)
  const { over, handlers } = useDrop({
    onFiles: (files) => desk.takingIn.takeFiles(files, null),
    onImage: (image) => {
      const found = imageOfId(desk.images, image)
      if (found?.place) void moveImage(found, null, desk.images.length, null)
    },
  })
  return (
    <div className="workspace" {...handlers}>
      <FilingHeader />
      {page && <FilingPageOf page={page} />}
      {over && (
        <p className="drop-veil">
          <span className="drop-words">{t('dropTray')}</span>
        </p>
      )}
    </div>
  )
}

function FilingPageOf({ page }: { page: FilingRoute }) {
  switch (page.page) {
    case 'tasks':
      return <TaskPage />
    case 'profile':
      return <ProfilePage at={page.at} />
    case 'editor':
      return <Editor key={page.image} id={page.image} />
    case 'form':
      return <FormPage key={`${page.form}-${page.service}`} id={page.form} service={page.service} />
    case 'guide':
      return <GuidePage />
    case 'export':
      return <ExportPage />
  }
}

/** The paper that new pictures go to when no other place is shown for them. */
function useChosenPlace(desk: Desk) {
  const selected = useWhere((where) => where.selected)
  const task = desk.tasks.find(({ key }) => key === selected) ?? (selected === null ? firstTask(desk.tasks) : undefined)
  return task ? { material: task.item.material, for: task.item.for } : null
}

type FilingRoute = Extract<Route, { screen: 'filing' }>

/**
 * A new page is where reading goes on: a screen reader and the Tab key begin there. From the editor the person comes
 * back to the picture.
 */
function useArrival(now: FilingRoute | null): void {
  const before = useRef(now)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page, not another address of the same
  useEffect(() => {
    const from = before.current
    before.current = now
    const main = document.getElementById('main')
    const picture = from?.page === 'editor' ? document.getElementById(thumbnailId({ id: from.image })) : null
    if (picture) picture.focus()
    else if (now && !main?.contains(document.activeElement)) main?.focus({ preventScroll: true })
  }, [now?.page])
}

/** Esc leaves a field first, then the paper beside the list, then the page. */
function leave(page: () => void): void {
  const here = document.activeElement
  const row = here?.closest(`#${inspectorId}`) && document.querySelector<HTMLElement>('.task-row [aria-current="true"]')
  if (row) row.focus()
  else leaveField(page)
}

function usePaste(take: (files: File[]) => void): void {
  const t = useText('images')
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest('input, textarea')) return
      const files = pastedImages(event.clipboardData)
      if (files.length > 0) take(files)
      else tell(t('notPicture'))
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  })
}
