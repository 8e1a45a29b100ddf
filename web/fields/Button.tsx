import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { classes } from './field.ts';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  variant?: 'primary' | 'secondary' | 'tertiary';
  /** At work: stays focusable, takes no second click. */
  busy?: boolean;
  /** Over the whole width. */
  block?: boolean;
  children: ComponentChildren;
};

/** A button; `type` is `button` unless said otherwise, so that none sends a form by accident. */
export const Button = ({ variant = 'primary', busy, block, children, onClick, ...button }: Props) => (
  <button
    type="button"
    {...button}
    class={classes('kern-btn', `kern-btn--${variant}`, block && 'kern-btn--block')}
    aria-disabled={busy ? 'true' : undefined}
    onClick={(event) => {
      if (busy) event.preventDefault();
      else onClick?.(event);
    }}
  >
    <span class="kern-label">{children}</span>
  </button>
);
