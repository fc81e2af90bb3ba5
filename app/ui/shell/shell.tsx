import { useLocation } from '@remix-run/react'
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { LiveRegions, useAnnounce } from '../live-region.tsx'
import { type Places, PlacesProvider } from '../places.tsx'
import { SkipLink } from '../skip-link.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { ConferenceName } from './conference-name.ts'
import { Header } from './header.tsx'
import type { PaletteEntry } from './palette-search.ts'
import { Rail } from './rail.tsx'
import { allPages, type PageId, railGroups } from './rail-pages.ts'
import type { ShellView } from './shell-view.ts'
import { useShortcuts } from './use-shortcuts.ts'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))
const ShortcutsDialog = lazy(async () => ({ default: (await import('./shortcuts-dialog.tsx')).ShortcutsDialog }))

export interface ShellProps {
  readonly view: ShellView
  /** The state of saving and of the connection, for the header. */
  readonly status?: ReactNode
  /** What the page says about its connection, above its content. */
  readonly banner?: ReactNode
  /** What is news on whatever page one reads, at its foot. */
  readonly news?: ReactNode
  /** A few words at the foot of the navigation. */
  readonly foot?: ReactNode
  /** What Ctrl S says: "Saved on server 14:02:07". */
  readonly savedWords?: () => string
  /** Pages this capacity never has. */
  readonly hiddenPages?: readonly PageId[]
  /** Acts that have a page, for the palette: those the reader may do. */
  readonly actions?: readonly { readonly to: string; readonly label: string }[]
  readonly children: ReactNode
}

/** The frame of every page of a signed-in person. It guards nothing: each page asks for itself. */
export function Shell(props: ShellProps) {
  const { locale } = useWords()
  const { view } = props
  const { conference } = view
  const name = conference ? nameIn(conference.names, locale, conference.language) : ''
  return (
    <LiveRegions>
      <ConferenceName.Provider value={name}>
        <PlacesProvider places={usePlacesOf(view)}>
          <Frame {...props} />
        </PlacesProvider>
      </ConferenceName.Provider>
    </LiveRegions>
  )
}

function Frame({ view, status, banner, news, foot, savedWords, hiddenPages, actions = [], children }: ShellProps) {
  const { t } = useWords()
  const announce = useAnnounce()
  const [open, setOpen] = useState<'palette' | 'shortcuts'>()
  const groups = railGroups(view.acting?.side, hiddenPages)
  const pages = allPages(groups)
  const openPalette = () => setOpen('palette')
  const openList = () => setOpen('shortcuts')
  const close = () => setOpen(undefined)
  useShortcuts({ pages, openPalette, openList, saySaved: () => announce(savedWords?.() ?? t('live.nothingToSave')) })
  useFocusOnArrival()

  const entries: PaletteEntry[] = [
    ...pages.map(({ to, label }): PaletteEntry => ({ to, label: t(label), group: 'page' })),
    ...actions.map((action): PaletteEntry => ({ ...action, group: 'action' })),
  ]
  return (
    <>
      <SkipLink />
      <Header view={view} status={status} onPalette={openPalette} onShortcuts={openList} />
      <div className="app">
        <Rail groups={groups} symbolRoot={view.conference?.symbolRoot} foot={foot} />
        <div className="content">
          {banner}
          {children}
          {news}
        </div>
      </div>
      <BottomBar groups={groups} />
      {/* Not before it is wanted: news that comes while the page still wakes up would make React draw it anew. */}
      {open ? (
        <Suspense>
          {open === 'palette' ? <Palette entries={entries} onClose={close} /> : <ShortcutsDialog onClose={close} />}
        </Suspense>
      ) : null}
    </>
  )
}

function usePlacesOf({ conference, acting }: ShellView): Places {
  const { locale } = useWords()
  return useMemo(() => {
    const delegation = acting?.delegation
    const venueZone = conference?.timeZone ?? 'UTC'
    return {
      venue: { timeZone: venueZone, place: conference?.city ?? conference?.venueName ?? venueZone },
      capital: delegation
        ? { timeZone: delegation.timeZone, place: nameIn(delegation.names, locale, conference?.language) }
        : null,
    }
  }, [conference, acting, locale])
}

/** After following a link the focus is on the new page's main region, as after loading it (not on the first page). */
function useFocusOnArrival() {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname])
}
