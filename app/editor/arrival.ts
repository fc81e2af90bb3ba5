import { Plugin } from '@tiptap/pm/state'

/** How somebody came to the text. */
export type Arrival = 'key' | 'pointer'

/** Whoever comes to the text by keyboard sees a strong frame; with the mouse the caret alone says where one is. */
export const arrivalByKey = (): Plugin =>
  new Plugin({
    props: {
      handleDOMEvents: {
        keyup: (view, { key }) => {
          if (key === 'Tab' || key === 'Escape') view.dom.dataset.arrival = 'key'
        },
        blur: (view) => {
          delete view.dom.dataset.arrival
        },
      },
    },
  })
