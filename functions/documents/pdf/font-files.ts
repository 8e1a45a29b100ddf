import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Face } from './faces.ts';

const FILES: Record<Face, string> = {
  regular: 'noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  signs: 'noto-sans-math/400Regular/NotoSansMath_400Regular.ttf',
};

const { resolve } = createRequire(import.meta.url);

/** A font as TrueType. In a bundle infra/functions/bundled-fonts.ts stands in its place: there are no packages there. */
export const fontFile = (face: Face): Uint8Array =>
  readFileSync(resolve(`@expo-google-fonts/${FILES[face]}`));
