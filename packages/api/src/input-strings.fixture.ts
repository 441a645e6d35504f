import { z } from 'zod';
import { root } from './root';

/** What JSON schema says of an input, as far as this needs it. */
type Shape = {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  format?: string;
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  additionalProperties?: Shape | boolean;
  minItems?: number;
  minimum?: number;
};
type Path = (string | number)[];
/** A valid-looking input with one text of it replaced. */
export type StringInput = { path: string; with: (text: string) => unknown };

const FORMATS: Record<string, string> = {
  uuid: '7b0e8c1e-2f0a-4c55-9d2b-0f6f3f4b1a11',
  date: '2026-10-01',
  email: 'x@x.example',
  uri: 'https://x.example',
};

/** Every place of a procedure's input where a text may stand, also those that may be left out. */
export function stringInputs(procedure: string, base: unknown): StringInput[] {
  const found = root._def.procedures as unknown as Record<string, { _def: { inputs: z.ZodType[] } }>;
  return found[procedure]!._def.inputs.flatMap((input) => {
    const shape = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Shape;
    return pathsOf(shape).map(({ path, from }) => ({
      path: path.join('.'),
      with: (text: string) => replaced({ ...(from as object), ...(base as object) }, shape, path, text),
    }));
  });
}

/** Of a choice between shapes each is tried, from a sample of its own. */
function pathsOf(shape: Shape): { path: Path; from: unknown }[] {
  const choices = shape.oneOf ?? shape.anyOf;
  if (choices && shape.type === undefined)
    return choices.flatMap((each) => leaves(each).map((path) => ({ path, from: sample(each) })));
  return leaves(shape).map((path) => ({ path, from: sample(shape) }));
}

function leaves(shape: Shape, at: Path = []): Path[] {
  const choices = [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])];
  if (choices.length > 0) return choices.flatMap((each) => leaves(each, at));
  if (shape.type === 'string') return [at];
  if (shape.type === 'array') return leaves(shape.items ?? {}, [...at, 0]);
  const named = Object.entries(shape.properties ?? {}).flatMap(([name, each]) => leaves(each, [...at, name]));
  const { additionalProperties: others } = shape;
  return others && typeof others === 'object' ? [...named, ...leaves(others, [...at, 'x'])] : named;
}

function sample(shape: Shape): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const choice = shape.anyOf?.[0] ?? shape.oneOf?.[0] ?? shape.allOf?.[0];
  if (choice) return sample(choice);
  if (shape.type === 'string') return FORMATS[shape.format ?? ''] ?? 'x';
  if (shape.type === 'boolean') return true;
  if (shape.type === 'array') return shape.minItems ? [sample(shape.items ?? {})] : [];
  if (shape.type === 'object') {
    const needed = Object.entries(shape.properties ?? {}).filter(([name]) => shape.required?.includes(name));
    return Object.fromEntries(needed.map(([name, each]) => [name, sample(each)]));
  }
  return shape.minimum ?? 1;
}

function replaced(input: unknown, shape: Shape, [head, ...rest]: Path, text: string): unknown {
  if (head === undefined) return text;
  const inner = shapeAt(shape, head);
  if (typeof head === 'number') {
    const list = Array.isArray(input) && input.length > 0 ? [...input] : [sample(inner)];
    list[head] = replaced(list[head], inner, rest, text);
    return list;
  }
  const object = (input ?? sample(shape) ?? {}) as Record<string, unknown>;
  return { ...object, [head]: replaced(object[head] ?? sample(inner), inner, rest, text) };
}

function shapeAt(shape: Shape, key: string | number): Shape {
  const choices = [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])];
  const holder =
    choices.find((each) => (typeof key === 'number' ? each.items : each.properties?.[key])) ?? shape;
  if (typeof key === 'number') return holder.items ?? {};
  const { additionalProperties: others } = holder;
  return holder.properties?.[key] ?? (others && typeof others === 'object' ? others : {});
}
