import type { AttributeValue } from 'aws-lambda';

/** A path (`['owed', 'mail', 0]`), a literal value or `size(path)`, as dynalite's parser gives them. */
type Operand = (string | number)[] | AttributeValue | { type: 'function'; name: 'size'; args: Operand[] };
type Expression =
  | { type: 'and' | 'or' | 'not'; args: Expression[] }
  | { type: 'function'; name: string; args: Operand[] }
  | { type: string; args: Operand[] };

/**
 * Rewrites a parsed condition or filter so that dynalite's evaluation comes to what DynamoDB's does. As it is, dynalite
 * takes two attributes that are both missing for equal, finds no list or map equal to a literal, and finds neither
 * `false` nor an empty string by IN or attribute_type. Not mended: two attributes that are compared with each other and are lists or maps.
 */
export function mend(expression: Expression): Expression {
  const { type } = expression;
  if (type === 'and' || type === 'or' || type === 'not') {
    return { type, args: (expression.args as Expression[]).map(mend) };
  }
  const [left, ...others] = expression.args as Operand[];
  if (left === undefined) return expression;
  if (type === 'in') return others.map((other) => equal(left, other)).reduce(or);
  const [right] = others;
  if ('name' in expression && expression.name === 'attribute_type') return typeOf(left, right, expression);
  if (type === 'function' || type === 'between' || right === undefined) return expression;
  if (type === '=') return equal(left, right);
  if (type === '<>') return { type: 'not', args: [equal(left, right)] };
  return and(exists(left), expression);
}

function equal(left: Operand, right: Operand): Expression {
  if (!Array.isArray(left) && Array.isArray(right)) return equal(right, left);
  if (Array.isArray(left) && !Array.isArray(right)) {
    if ('L' in right && right.L) return equalParts(left, 'L', [...right.L.entries()]);
    if ('M' in right && right.M) return equalParts(left, 'M', Object.entries(right.M));
  }
  return and(exists(left), { type: '=', args: [left, right] });
}

function equalParts(path: (string | number)[], type: string, parts: [string | number, AttributeValue][]) {
  const size: Operand = { type: 'function', name: 'size', args: [path] };
  return parts
    .map(([name, value]) => equal([...path, name], value))
    .reduce(and, and(hasType(path, type), { type: '=', args: [size, { N: String(parts.length) }] }));
}

const EMPTY: Record<string, AttributeValue> = { BOOL: { BOOL: false }, S: { S: '' }, B: { B: '' } };

function typeOf(left: Operand, right: Operand | undefined, expression: Expression): Expression {
  const empty = right && 'S' in right && right.S !== undefined ? EMPTY[right.S] : undefined;
  return empty ? or(expression, equal(left, empty)) : expression;
}

const and = (one: Expression, other: Expression): Expression => ({ type: 'and', args: [one, other] });
const or = (one: Expression, other: Expression): Expression => ({ type: 'or', args: [one, other] });

/** Always true of a literal, and of a size when there is something that has one. */
const exists = (operand: Operand): Expression => ({
  type: 'function',
  name: 'attribute_exists',
  args: [operand],
});

const hasType = (operand: Operand, type: string): Expression => ({
  type: 'function',
  name: 'attribute_type',
  args: [operand, { S: type }],
});
