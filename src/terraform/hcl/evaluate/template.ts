import type { Text, Token } from '../../../iam/text/text.js'
import { bindLoop, type Context, expressionOrigin, isStrict, type Scope } from '../modules/index.js'
import {
  decodeLiteral,
  type Expr,
  keptText,
  type TemplateExpr,
  type TemplateFor,
  type TemplateIf,
  type TemplatePart,
} from '../syntax/index.js'
import {
  decideCondition,
  entriesOf,
  failing,
  isFailing,
  joinWithin,
  textOf,
  unnamed,
  type Value,
  weightOf,
} from '../values/index.js'
import { readQuotedJson, readTemplateJson } from './json-text.js'

/** A string, heredoc or template file. A quoted string that is one expression keeps the value of that expression. */
export function evaluateTemplate(expr: TemplateExpr, scope: Scope, context: Context): Value {
  const origin = expressionOrigin(expr, scope.file)
  const [only] = expr.parts
  if (expr.parts.length === 1 && only?.kind === 'hole' && (expr.form === 'quoted' || expr.form === 'json')) {
    return only.expr === null ? unnamed('an empty expression', origin) : context.evaluate(only.expr, scope)
  }
  const made = pieces(expr.parts, scope, context, (raw) => decodeLiteral(raw, expr.form))
  if (made.includes(FAILED)) return failing('a template')
  const text = joinWithin(made)
  if (text === null || !context.spend(weightOf([{ kind: 'string', text, origin }])))
    return unnamed('too much to follow', origin)
  const quoted = expr.form === 'quoted' || expr.form === 'json'
  let json: Value | null | undefined
  return {
    kind: 'string',
    text,
    origin,
    json: () => {
      json ??= quoted ? readQuotedJson(text, origin, context) : readTemplateJson(expr, scope, context)
      return json
    },
  }
}

/** The text of template parts, with tokens for what is not known. */
export function textOfParts(
  parts: readonly TemplatePart[],
  scope: Scope,
  context: Context,
  decode: (raw: string) => string,
): Text {
  return joinWithin(pieces(parts, scope, context, decode)) ?? [{ token: 'too much to follow', vague: true }]
}

type Piece = string | Token

/** Stands for an expression that is an error, where that makes the whole template one. */
const FAILED: Token = { token: 'an error' }

function pieces(
  parts: readonly TemplatePart[],
  scope: Scope,
  context: Context,
  decode: (raw: string) => string,
): readonly Piece[] {
  const result: Piece[] = []
  for (const part of parts) {
    if (!context.spend(1)) return [...result, { token: 'too much to follow', vague: true }]
    if (part.kind === 'text') result.push(decode(keptText(part)))
    else for (const piece of partOf(part, scope, context, decode)) result.push(piece)
  }
  return result
}

function partOf(
  part: Exclude<TemplatePart, { kind: 'text' }>,
  scope: Scope,
  context: Context,
  decode: (raw: string) => string,
): readonly Piece[] {
  if (part.kind === 'hole') return hole(part.expr, scope, context)
  return part.kind === 'for' ? loop(part, scope, context, decode) : branch(part, scope, context, decode)
}

function hole(expr: Expr | null, scope: Scope, context: Context): readonly Piece[] {
  if (expr === null) return [{ token: 'an expression that is not followed', vague: true }]
  const value = context.evaluate(expr, scope)
  return isFailing(value) && isStrict(scope, context) ? [FAILED] : list(textOf(value))
}

function list(text: Text): readonly Piece[] {
  return typeof text === 'string' ? [text] : text
}

function loop(part: TemplateFor, scope: Scope, context: Context, decode: (raw: string) => string): readonly Piece[] {
  const entries = entriesOf(context.evaluate(part.collection, scope))
  if (entries === null) return [{ token: 'a repeated text', vague: true }]
  return entries.flatMap(({ key, value }) =>
    pieces(part.body, { ...scope, env: bindLoop(scope.env, part.names, key, value) }, context, decode),
  )
}

function branch(part: TemplateIf, scope: Scope, context: Context, decode: (raw: string) => string): readonly Piece[] {
  const decided = decideCondition(context.evaluate(part.condition, scope))
  if (decided === null) return [{ token: 'a conditional text', vague: true }]
  return pieces(decided ? part.yes : part.no, scope, context, decode)
}
