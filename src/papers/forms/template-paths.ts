// What a name in a template means, looked up in sample facts as Handlebars would look it up in real ones.

/** Facts by name. */
export type Facts = Readonly<Record<string, unknown>>;

/** Whether a value has facts of its own. */
export function isRecord(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The name as it is written. */
export function nameOf(path: hbs.AST.Expression): string {
  return isPath(path) ? path.original : path.type;
}

/** The value of a path, undefined if nothing is called so. Only what an object itself has counts, never what it inherits. */
export function valueAt(path: hbs.AST.Expression, scopes: readonly Facts[]): unknown {
  if (!isPath(path)) return undefined;
  if (path.data) return path.original === '@index' && scopes.length > 1 ? 0 : undefined;
  const scope = scopes.at(-1 - path.depth);
  if (!scope) return undefined;
  const isItself = /^(?:\.\.\/)*(?:this|\.)$/.test(path.original);
  if (isItself) return Object.hasOwn(scope, 'this') ? scope['this'] : scope;
  return path.parts.reduce<unknown>((value, part) => (isRecord(value) && Object.hasOwn(value, part) ? value[part] : undefined), scope);
}

function isPath(path: hbs.AST.Expression): path is hbs.AST.PathExpression {
  return path.type === 'PathExpression';
}
