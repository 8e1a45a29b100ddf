import type { Group } from './group.ts';

/** What answers are counted for: a Kita, a social area (the institutions in it), a provider. */
export const unitKinds = ['kita', 'social-area', 'provider'] as const;
export type UnitKind = (typeof unitKinds)[number];

export interface Unit {
  kind: UnitKind;
  id: string;
}

/** For whom each group answers. */
export const unitKindOf: Readonly<Record<Group, UnitKind>> = {
  children: 'kita',
  parents: 'kita',
  staff: 'kita',
  providers: 'provider',
  'social-area': 'social-area',
};

/** A unit in one word, as keys and addresses have it: `kita:biebelnheim`. */
export const unitName = ({ kind, id }: Unit) => `${kind}:${id}`;

const NAME = new RegExp(`^(${unitKinds.join('|')}):([a-z0-9-]{1,60})$`);

/** @returns undefined for what names no unit */
export const readUnit = (name: string): Unit | undefined => {
  const [, kind, id] = NAME.exec(name) ?? [];
  return kind && id ? { kind: kind as UnitKind, id } : undefined;
};

/**
 * The id of a social area, which the register knows by its name alone: "Alzey – Süd" is `alzey-sued`. Names that differ in
 * capitals and punctuation only are one area.
 * @returns undefined for a name without a letter or digit of ours
 */
export const socialAreaId = (name: string): string | undefined =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '') || undefined;
