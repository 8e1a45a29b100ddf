import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Face } from './faces.ts';

const FILES: Record<Face, string> = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  signs: '@expo-google-fonts/noto-sans-math/400Regular/NotoSansMath_400Regular.ttf',
  arabic: '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal.woff',
};

const { resolve } = createRequire(import.meta.url);

/** A font as TrueType, or packed as WOFF. In a bundle infra/functions/bundled-fonts.ts stands in its place: there are no packages there. */
export const fontFile = (face: Face): Uint8Array => readFileSync(resolve(FILES[face]));
