/** What must and may come with each decision on a payment order, beside `for`, in whose name it is made. */
export const paymentAsks = {
  'certify-now': {},
  cancel: { must: ['comment'] },
  certify: {},
  order: {},
  return: { must: ['comment'] },
  'send-back': { must: ['comment'] },
  book: { must: ['reference', 'bookedOn'] },
  bounce: { must: ['reference', 'bookedOn'], may: ['comment'] },
} as const;
