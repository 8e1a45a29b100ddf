import type { ComponentType } from 'preact';
import type { Role } from '../../../domain/people/role.ts';
import type { FormName } from '../../../domain/submission/head.ts';
import type { TextKey } from '../texts.ts';

/** What a view learns from its address: `#/faelle/{id}?jahr=2026` has `id` and `jahr`. */
export interface ViewProps {
  params: Record<string, string>;
  query: Record<string, string>;
}

export interface View {
  /** Such as `faelle/{id}`: what stands in the address behind `#/`. */
  address: string;
  /** For whom it is; without, for everybody. Of several views with one address the first that fits is shown. */
  roles?: readonly Role[];
  /** Fetched when somebody goes there: nobody loads what they do not need. */
  load: () => Promise<ComponentType<ViewProps>>;
}

export interface Entry {
  label: TextKey;
  /** Where it leads. It is marked as current wherever the address begins with the same word. */
  address: string;
  roles: readonly Role[];
  /** Whose portal begins there. */
  startFor?: readonly Role[];
}

/**
 * A part of the portal: its entries in the navigation, its views, and where its submissions are found. Everything else that it
 * consists of is loaded with its views.
 */
export interface Area {
  entries: readonly Entry[];
  views: readonly View[];
  /** The address of a form's submission, with `{id}`. */
  submissions?: Partial<Record<FormName, string>>;
}
