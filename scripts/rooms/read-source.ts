import { join } from 'node:path/posix';
import ts from 'typescript';

export type Import = { target: string; line: number };

/** Code of a file that TypeScript can read, with its lines where they were: of an Astro component its head and its scripts. */
function codeOf(file: string, text: string): string {
  if (!file.endsWith('.astro')) return text;
  const kept = [/^---\n[\s\S]*?\n---/m, /<script\b[^>]*>[\s\S]*?<\/script>/g].flatMap((pattern) => [
    ...text.matchAll(new RegExp(pattern, 'gm')),
  ]);
  const blank = text.replace(/[^\n]/g, ' ').split('');
  for (const { index, 0: part } of kept) {
    const code = part.replace(/^---|---$|<script\b[^>]*>|<\/script>/g, (mark) => ' '.repeat(mark.length));
    blank.splice(index, code.length, ...code);
  }
  return blank.join('');
}

function parse(file: string, text: string): ts.SourceFile {
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, codeOf(file, text), ts.ScriptTarget.Latest, true, kind);
}

function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** The file of the repository a specifier names, or the specifier of a package. */
function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
  return specifier.startsWith('.') ? join(file, '..', specifier) : specifier;
}

/** Everything a file imports, types and `import()` too. */
export function importsOf(file: string, text: string): Import[] {
  const source = parse(file, text);
  return [...nodesOf(source)].flatMap((node) => {
    const specifier = specifierOf(node);
    return specifier ? [{ target: targetOf(file, specifier.text), line: lineOf(source, node) }] : [];
  });
}

function specifierOf(node: ts.Node): ts.StringLiteral | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return literal(node.arguments[0]);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return literal(node.argument.literal);
  return undefined;
}

function literal(node: ts.Node | undefined): ts.StringLiteral | undefined {
  return node && ts.isStringLiteral(node) ? node : undefined;
}

/**
 * Names whose use asks the world: clock, dice, environment, network, console. The versions of what is built into Node are none: they
 * are as fixed as the language.
 */
const worldly =
  /^(process\.(?!versions\b)|console\.|fetch\(|Date\.now|Math\.random|performance\.|Temporal\.Now|crypto\.|new Date\(\)|globalThis\.|setTimeout\(|setInterval\()/;

/** What a file takes from the world without being handed it, once a line. */
export function impurities(file: string, text: string): { what: string; line: number }[] {
  const source = parse(file, text);
  const byLine = new Map<number, string>();
  for (const node of nodesOf(source)) {
    const what = impurityOf(node, source);
    if (what && !byLine.has(lineOf(source, node))) byLine.set(lineOf(source, node), what);
  }
  return [...byLine].map(([line, what]) => ({ what, line }));
}

function impurityOf(node: ts.Node, source: ts.SourceFile): string | undefined {
  const imported = specifierOf(node)?.text;
  if (imported) return imported.startsWith('node:') ? imported : undefined;
  if (!ts.isPropertyAccessExpression(node) && !ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
  return worldly.exec(node.getText(source))?.[0]?.replace(/[.(]$/, '');
}
