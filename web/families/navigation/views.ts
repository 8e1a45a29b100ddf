/**
 * The addresses of the views. None carries what somebody chose or wrote: not the Kita, not a code. The server answers
 * every one of them with the same page. What a survey's link leads to stands behind a #, which no server gets.
 */
export const views = {
  start: '/',
  danger: '/anfrage',
  emergency: '/notfall',
  form: '/nachricht',
  receipt: '/gesendet',
  mailbox: '/postfach',
  privacy: '/datenschutz',
  survey: '/umfrage',
} as const;

export type View = keyof typeof views;

export const viewOf = (path: string): View | undefined => {
  const plain = path.replace(/(.)\/+$/, '$1');
  return (Object.keys(views) as View[]).find((view) => views[view] === plain);
};
