import type { Declaration, Root } from 'postcss';

const PROPERTIES: Record<string, string> = {
  'margin-left': 'margin-inline-start',
  'margin-right': 'margin-inline-end',
  'padding-left': 'padding-inline-start',
  'padding-right': 'padding-inline-end',
  'border-left': 'border-inline-start',
  'border-right': 'border-inline-end',
  left: 'inset-inline-start',
  right: 'inset-inline-end',
};
const VALUES: Record<string, string> = { left: 'inline-start', right: 'inline-end' };

/** Splits a shorthand at spaces outside of brackets. */
const parts = (value: string): string[] => value.match(/(?:[^\s()]+|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];

const splitShorthand = (declaration: Declaration) => {
  const [top, right, bottom, left, ...more] = parts(declaration.value);
  if (!top || !right || !bottom || !left || more.length > 0 || left === right) return;
  const { prop } = declaration;
  declaration.cloneBefore({ prop: `${prop}-block`, value: `${top} ${bottom}` });
  declaration.prop = `${prop}-inline`;
  declaration.value = `${left} ${right}`;
};

/** Turns left and right into start and end, so that a right-to-left page is mirrored. What is drawn with them stays. */
export const toLogical = (root: Root): void => {
  root.walkDecls((declaration) => {
    const rule = declaration.parent;
    const selector = rule?.type === 'rule' ? (rule as unknown as { selector: string }).selector : '';
    // The tick of a checkbox and the mark of a loader are drawings: they are not mirrored.
    if (/(check__|loader).*::?(before|after)/.test(selector)) return;
    const { prop, value } = declaration;
    if (PROPERTIES[prop]) declaration.prop = PROPERTIES[prop];
    else if (prop === 'padding' || prop === 'margin') splitShorthand(declaration);
    else if (prop === 'text-align')
      declaration.value = value.replace(/^left$/, 'start').replace(/^right$/, 'end');
    else if ((prop === 'float' || prop === 'clear') && VALUES[value]) declaration.value = VALUES[value];
  });
};
