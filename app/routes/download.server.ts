/** An answer that the browser saves instead of showing. Nothing between keeps a copy. */
export const download = (fileName: string, text: string): Response =>
  new Response(text, {
    headers: {
      'Content-Type': fileName.endsWith('.json') ? 'application/json' : 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName.replace(/[^A-Za-z0-9._-]+/g, '-')}"`,
      'Cache-Control': 'no-store',
    },
  })
