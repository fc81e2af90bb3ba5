export const forceOffers = {
  title: 'Offers',
} as const
