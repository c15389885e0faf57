import ts from "typescript";

/** One small change to a file that a test should notice. */
export interface Mutant {
  readonly start: number;
  readonly end: number;
  /** What stands in place of `text.slice(start, end)`. */
  readonly put: string;
  /** The line of `start`, from 1. */
  readonly line: number;
  readonly rule: MutationRule;
}

export type MutationRule = "bound" | "equality" | "logic" | "arithmetic" | "number" | "boolean" | "condition" | "extreme" | "not" | "jump";

const OPERATORS: ReadonlyMap<ts.SyntaxKind, readonly [put: string, rule: MutationRule]> = new Map([
  [ts.SyntaxKind.LessThanToken, ["<=", "bound"]],
  [ts.SyntaxKind.LessThanEqualsToken, ["<", "bound"]],
  [ts.SyntaxKind.GreaterThanToken, [">=", "bound"]],
  [ts.SyntaxKind.GreaterThanEqualsToken, [">", "bound"]],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, ["!==", "equality"]],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, ["===", "equality"]],
  [ts.SyntaxKind.AmpersandAmpersandToken, ["||", "logic"]],
  [ts.SyntaxKind.BarBarToken, ["&&", "logic"]],
  [ts.SyntaxKind.MinusToken, ["+", "arithmetic"]],
  [ts.SyntaxKind.AsteriskToken, ["/", "arithmetic"]],
]);

const EXTREMES: ReadonlyMap<string, string> = new Map([
  ["Math.min", "Math.max"],
  ["Math.max", "Math.min"],
]);

/**
 * Every mutant of a file, in order of the text: bounds moved, equalities and connectives turned round, numbers one higher,
 * conditions denied, jumps left out. Types, imports, the examples of rules and numbers behind `??` are left as they are.
 */
export function findMutants(text: string): readonly Mutant[] {
  const source = ts.createSourceFile("file.ts", text, ts.ScriptTarget.ES2023, true);
  const mutants: Mutant[] = [];
  const add = (start: number, end: number, put: string, rule: MutationRule): void => {
    mutants.push({ start, end, put, rule, line: source.getLineAndCharacterOfPosition(start).line + 1 });
  };
  const replace = (node: ts.Node, put: string, rule: MutationRule): void => add(node.getStart(source), node.end, put, rule);
  const deny = (condition: ts.Expression): void => {
    if (!isComparison(condition)) replace(condition, `!(${condition.getText(source)})`, "condition");
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isPropertyAssignment(node) && /^(?:counterE|e)xamples$/.test(node.name.getText(source))) return;
    if (ts.isBinaryExpression(node)) {
      const change = OPERATORS.get(node.operatorToken.kind);
      if (change) replace(node.operatorToken, ...change);
    } else if (ts.isIfStatement(node)) deny(node.expression);
    else if (ts.isConditionalExpression(node)) deny(node.condition);
    else if (ts.isNumericLiteral(node) && !isFallback(node)) replace(node, String(Number(node.text) + 1), "number");
    else if (node.kind === ts.SyntaxKind.TrueKeyword) replace(node, "false", "boolean");
    else if (node.kind === ts.SyntaxKind.FalseKeyword) replace(node, "true", "boolean");
    else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      add(node.getStart(source), node.operand.getStart(source), "", "not");
    else if (ts.isPropertyAccessExpression(node) && EXTREMES.has(node.getText(source)))
      replace(node, EXTREMES.get(node.getText(source)) ?? "", "extreme");
    else if (ts.isContinueStatement(node) || ts.isBreakStatement(node)) replace(node, ";", "jump");
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mutants.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A number behind `??`: what the compiler asks for where a list is never left, so that no test could come there. */
const isFallback = ({ parent }: ts.Node): boolean =>
  ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;

/** A condition whose operator is changed already need not be denied as well. */
function isComparison(condition: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(condition)) return isComparison(condition.expression);
  return (
    (ts.isBinaryExpression(condition) && OPERATORS.has(condition.operatorToken.kind)) ||
    (ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken)
  );
}

/** The text with one mutant in it. */
export const mutate = (text: string, { start, end, put }: Pick<Mutant, "start" | "end" | "put">): string =>
  text.slice(0, start) + put + text.slice(end);
