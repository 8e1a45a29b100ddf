import type { ComponentChildren } from 'preact';
import { sizeText } from '../../parts/size-text.ts';

interface Props {
  name: string;
  size: number;
  /** What became of it, in words. */
  state: string;
  kind: 'busy' | 'good' | 'bad' | 'off';
  children?: ComponentChildren;
}

/** One file: its name and size, what became of it, and what can be done about it. */
export const FileRow = ({ name, size, state, kind, children }: Props) => (
  <li class={`file file--${kind}`}>
    <span class="file-name">{name}</span>
    <span class="file-state">
      {sizeText(size)} · {state}
    </span>
    {children && <span class="file-acts">{children}</span>}
  </li>
);
