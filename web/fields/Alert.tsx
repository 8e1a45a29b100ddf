import type { ComponentChildren } from 'preact';

interface Props {
  kind: 'info' | 'success' | 'warning' | 'danger';
  title: string;
  /** Read out when it appears: `alert` at once, `status` at the next pause. */
  role?: 'alert' | 'status';
  /** The title as a heading of this level. */
  level?: 2 | 3 | 4;
  children?: ComponentChildren;
}

/** Written out, so that the stylesheet keeps these icons and not all that KERN has. */
const ICONS = {
  info: 'kern-icon--info',
  success: 'kern-icon--success',
  warning: 'kern-icon--warning',
  danger: 'kern-icon--danger',
} as const;

/** A message that stands out; its title says what the colour says. */
export const Alert = ({ kind, title, role, level, children }: Props) => {
  const Title = level ? (`h${level}` as const) : 'p';
  return (
    <div class={`kern-alert kern-alert--${kind}`} role={role}>
      <div class="kern-alert__header">
        <span class={`kern-icon ${ICONS[kind]}`} aria-hidden="true" />
        <Title class="kern-title">{title}</Title>
      </div>
      {children && <div class="kern-alert__body">{children}</div>}
    </div>
  );
};
