/** Moves the focus to a view's heading, so that a keyboard and a screen reader begin where the view begins. */
export const focusHeading = (): void => {
  const heading = document.querySelector<HTMLElement>('main h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
  window.scrollTo(0, 0);
};
