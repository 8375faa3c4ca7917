import ts from "typescript";

/** A text of which parts are known: `refusal.${kind}` is `["refusal.", ""]`; a plain string is one part. */
export type KeyPattern = readonly string[];

/** One call such as `t("gathering.title", { name })`. */
export interface TranslatorCall {
  /** `file:line`. */
  readonly place: string;
  /** The keys it may ask for; more than one when the code chooses. */
  readonly keys: readonly KeyPattern[];
  /** The names it gives values for; `undefined` when they cannot be read from the call. */
  readonly values: ReadonlySet<string> | undefined;
  /** The names it gives tags for; `undefined` for calls of `t` itself and where they cannot be read. */
  readonly tags: ReadonlySet<string> | undefined;
}

/** What one source file says that may concern messages. */
export interface MessageUses {
  readonly calls: readonly TranslatorCall[];
  /** Values of properties and attributes called `key` or `…Key`, with their place. */
  readonly named: readonly { readonly place: string; readonly key: string }[];
  /** Kinds of refusals that are made here and told to people, with their place. */
  readonly refusals: readonly { readonly place: string; readonly kind: string }[];
  /** Every text with known parts, plain strings and names of properties included. */
  readonly texts: readonly KeyPattern[];
}

/** Reads one file of TypeScript or TSX, given by its name and its text. */
export function readMessageUses(file: string, text: string): MessageUses {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const calls: TranslatorCall[] = [];
  const named: { place: string; key: string }[] = [];
  const refusals: { place: string; kind: string }[] = [];
  const texts: KeyPattern[] = [];
  const isTold = isRoomThatRefusesPeople(file);
  const place = (node: ts.Node) => `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const visit = (node: ts.Node): void => {
    texts.push(...patternsOf(node), ...propertyName(node));
    if (ts.isCallExpression(node)) {
      calls.push(...translatorCalls(node, place(node)));
      if (isTold) refusals.push(...refusalKinds(node).map((kind) => ({ place: place(node), kind })));
    }
    named.push(...namedKeys(node).map((key) => ({ place: place(node), key })));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { calls, named, refusals, texts };
}

/** The kernel and the federation rooms also refuse what other servers send; those get a status, not a sentence. */
function isRoomThatRefusesPeople(file: string): boolean {
  return !file.startsWith("src/kernel/") && !file.includes("/federation/");
}

/** Calls of something named `t` (or `frame.t`, `c.var.t`), and of its `rich`. */
function translatorCalls(call: ts.CallExpression, place: string): readonly TranslatorCall[] {
  const [first, second, third] = call.arguments;
  const keys = first === undefined ? [] : patternsOf(first);
  if (keys.length === 0) return [];
  if (lastName(call.expression) === "t") return [{ place, keys, values: namesGiven(second), tags: undefined }];
  const isRich = ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === "rich";
  if (!isRich || lastName(call.expression.expression) !== "t") return [];
  return [{ place, keys, values: namesGiven(third), tags: namesGiven(second) }];
}

function lastName(expression: ts.Expression): string | undefined {
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : undefined;
}

/** The names of an object literal; none for an argument that is left out. */
function namesGiven(argument: ts.Expression | undefined): ReadonlySet<string> | undefined {
  if (argument === undefined) return new Set();
  if (!ts.isObjectLiteralExpression(argument)) return undefined;
  const names = argument.properties.map((property) =>
    property.name === undefined ? undefined : nameText(property.name),
  );
  return names.includes(undefined) ? undefined : new Set(names.filter((name) => name !== undefined));
}

function refusalKinds(call: ts.CallExpression): readonly string[] {
  const [refusal] = call.arguments;
  if (lastName(call.expression) !== "refused" || refusal === undefined || !ts.isObjectLiteralExpression(refusal))
    return [];
  return refusal.properties.flatMap((property) =>
    ts.isPropertyAssignment(property) &&
    nameText(property.name) === "kind" &&
    ts.isStringLiteralLike(property.initializer)
      ? [property.initializer.text]
      : [],
  );
}

function namedKeys(node: ts.Node): readonly string[] {
  if (!ts.isPropertyAssignment(node) && !ts.isJsxAttribute(node)) return [];
  const { initializer } = node;
  const isKey = /^key$|Key$/.test(nameText(node.name) ?? "");
  return isKey && initializer !== undefined && ts.isStringLiteralLike(initializer) ? [initializer.text] : [];
}

/** The texts an expression may be, of which at least a part is known; a choice is each of its branches. */
function patternsOf(node: ts.Node): readonly KeyPattern[] {
  if (ts.isStringLiteralLike(node)) return [[node.text]];
  if (ts.isTemplateExpression(node)) return [[node.head.text, ...node.templateSpans.map((span) => span.literal.text)]];
  if (ts.isConditionalExpression(node)) return [...patternsOf(node.whenTrue), ...patternsOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return patternsOf(node.expression);
  return [];
}

/** `{ carried: … }` says "carried" as much as a string does. */
function propertyName(node: ts.Node): readonly KeyPattern[] {
  if (!ts.isPropertyAssignment(node) && !ts.isPropertySignature(node)) return [];
  const name = nameText(node.name);
  return name === undefined ? [] : [[name]];
}

function nameText(name: ts.PropertyName | ts.JsxAttributeName): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : undefined;
}
