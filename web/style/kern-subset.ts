import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AtRule, Declaration, Plugin, Root, Rule } from 'postcss';
import { toLogical } from './logical.ts';

const FIELDS = join(import.meta.dirname, '../fields');

const sources = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|html|css)$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

/** Class names that stand in the sources; one that ends in `-` or `_` is put together at run time and keeps all it begins. */
const classesIn = (text: string) => {
  const found = new Set(text.match(/\bkern-[\w-]+/g) ?? []);
  const beginnings = [...found].filter((name) => /[-_]$/.test(name));
  return (name: string) => found.has(name) || beginnings.some((beginning) => name.startsWith(beginning));
};

const dropSelectors = (root: Root, used: (name: string) => boolean) =>
  root.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && /keyframes/.test((rule.parent as AtRule).name)) return;
    const kept = rule.selectors.filter((selector) => {
      // What stands in :is(), :not() or :has() is a condition, not what the rule is for.
      const bare = selector.replace(/:(is|not|has|where)\((?:[^()]|\([^()]*\))*\)/g, '');
      return (bare.match(/kern-[\w-]+/g) ?? []).every(used);
    });
    if (kept.length === 0) rule.remove();
    else if (kept.length < rule.selectors.length) rule.selectors = kept;
  });

/** Custom properties that nothing reads any more, until only read ones are left. */
const dropProperties = (root: Root) => {
  for (;;) {
    const read = new Set(root.toString().match(/(?<=var\(\s*)--[\w-]+/g) ?? []);
    const unread: Declaration[] = [];
    root.walkDecls(/^--kern/, (one) => {
      if (!read.has(one.prop)) unread.push(one);
    });
    if (unread.length === 0) return;
    for (const one of unread) one.remove();
  }
};

const dropEmpty = (root: Root) => {
  const empty = (node: Rule | AtRule) => node.nodes?.every((one) => one.type === 'comment');
  root.walkRules((rule) => {
    if (empty(rule)) rule.remove();
  });
  root.walkAtRules(/^(media|supports|layer)$/, (rule) => {
    if (empty(rule)) rule.remove();
  });
};

/**
 * KERN's stylesheet has 340 kB for every component there is. A page keeps what its own folder and web/fields name, and
 * gets it in logical properties, because KERN is written for left-to-right only.
 */
export const kernSubset = (): Plugin => ({
  postcssPlugin: 'kern-subset',
  OnceExit(root, { result }) {
    const from = result.opts.from;
    if (!from?.endsWith('page.css')) return;
    const used = classesIn(`${sources(dirname(from))}\n${sources(FIELDS)}\n${sources(import.meta.dirname)}`);
    dropSelectors(root, used);
    dropProperties(root);
    dropEmpty(root);
    toLogical(root);
  },
});
