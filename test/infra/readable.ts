import type { Template } from 'aws-cdk-lib/assertions';

type Json = Record<string, unknown>;

/** `table8235A42E` is the table: CDK adds a hash of the path. */
const plain = (logicalId: string) => logicalId.replace(/[0-9A-F]{8}$/, '');

/** Makes values of a template readable: references become the names of what they refer to, across both stacks. */
export const readableFrom = (data: Template) => {
  const exported = new Map(
    Object.values(data.toJSON().Outputs as Record<string, { Value: unknown; Export?: { Name: string } }>).map(
      ({ Value, Export }) => [Export?.Name, Value],
    ),
  );
  const readable = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return String(value);
    const [[kind, of] = ['', undefined]] = Object.entries(value as Json);
    if (kind === 'Ref')
      return String(of).startsWith('AWS::') ? `<${String(of).slice(5)}>` : plain(String(of));
    if (kind === 'Fn::GetAtt') {
      const [id, attribute] = of as [string, string];
      return attribute === 'StreamArn' ? `${plain(id)}/stream` : plain(id);
    }
    if (kind === 'Fn::ImportValue') return readable(exported.get(String(of)));
    if (kind === 'Fn::Sub') return String(of).replaceAll(/\$\{AWS::(\w+)\}/g, '<$1>');
    if (kind === 'Fn::Join') return (of as [string, unknown[]])[1].map(readable).join('');
    return JSON.stringify(value);
  };
  return readable;
};

export interface Statement {
  Sid?: string;
  Effect: 'Allow' | 'Deny';
  Action: string | string[];
  Resource: unknown;
  Principal?: { AWS?: unknown; Service?: unknown };
  Condition?: Record<string, Record<string, unknown>>;
}

export const list = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
