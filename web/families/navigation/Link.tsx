import type { ComponentChildren } from 'preact';
import { go, href } from './navigate.ts';
import type { View } from './views.ts';

interface Props {
  to: View;
  /** Looks like a button. */
  button?: 'primary' | 'secondary';
  current?: boolean;
  children: ComponentChildren;
}

/** A link to another view: a real address for a new tab, no reload for a plain click. */
export const Link = ({ to, button, current, children }: Props) => (
  <a
    href={href(to)}
    class={button ? `kern-btn kern-btn--${button}` : 'kern-link kern-link--no-visited-state'}
    aria-current={current ? 'page' : undefined}
    onClick={(event) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      go(to);
    }}
  >
    {button ? <span class="kern-label">{children}</span> : children}
  </a>
);
