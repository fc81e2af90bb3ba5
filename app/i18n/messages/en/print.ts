export const print = {
  printed: 'Printed {time}',
  page: 'page {page} of {pages}',
  link: 'link',
} as const
