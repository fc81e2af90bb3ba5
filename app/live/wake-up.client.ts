/** The moments at which a lost connection may well be back: the device says so, or somebody looks at the page again. */
export function onWakeUp(wakeUp: () => void): () => void {
  const seen = () => {
    if (document.visibilityState === 'visible') wakeUp()
  }
  window.addEventListener('online', wakeUp)
  window.addEventListener('pageshow', wakeUp)
  document.addEventListener('visibilitychange', seen)
  return () => {
    window.removeEventListener('online', wakeUp)
    window.removeEventListener('pageshow', wakeUp)
    document.removeEventListener('visibilitychange', seen)
  }
}
