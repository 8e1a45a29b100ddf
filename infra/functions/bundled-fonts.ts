import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import regular from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf';
import bold from '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf';
import signs from '@expo-google-fonts/noto-sans-math/400Regular/NotoSansMath_400Regular.ttf';
import arabic from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-700-normal.woff';

/** esbuild lays the files beside the bundle and imports their names. */
const files: Record<string, string> = { regular, bold, signs, arabic };

/** Stands in the bundle for functions/documents/pdf/font-files.ts: a font is read when a document first needs it. */
export const fontFile = (face: string): Uint8Array => readFileSync(join(__dirname, files[face] ?? face));
