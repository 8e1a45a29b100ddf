import { readFile } from 'node:fs/promises';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const SUFFIX = '.json?compiled';

/**
 * `import … from '….json?compiled'`: messages in ICU's notation, compiled when the pages are built. The page gets no
 * parser, and a message that does not parse stops the build with its key.
 */
export const compiledMessages = (): Plugin => ({
  name: 'compiled-messages',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith(SUFFIX)) return;
    const file = id.slice(0, -'?compiled'.length);
    this.addWatchFile(file);
    const messages = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
    const compiled = Object.entries(messages).map(([key, message]) => {
      try {
        return [key, compileMessageOrThrow(message)];
      } catch (error) {
        throw new Error(`${file}: "${key}" is no ICU message`, { cause: error });
      }
    });
    return { code: `export default ${JSON.stringify(Object.fromEntries(compiled))}`, moduleType: 'js' };
  },
});
