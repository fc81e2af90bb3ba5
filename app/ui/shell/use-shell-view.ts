import { useRouteLoaderData } from '@remix-run/react'
import type { ShellView } from './shell-view.ts'

type Loader = () => Promise<ShellView>

/** The frame's data on every page inside it; undefined before sign-in. */
export const useShellView = (): ShellView | undefined => useRouteLoaderData<Loader>('routes/_app')
