import { statementsOf } from '../iam/parse.js'
import { isObject, type JsonObject, member } from '../tree/value.js'
import { holdsPolicy } from './json.js'

export const ODD_STATEMENTS = 'its Statement is neither a statement nor a list of them, so S3 refuses the policy'

/**
 * Whether what stands for the statements of a policy is of no form that S3 takes (a list in a list, an object of statements, a
 * text), and has those of a bucket policy in it. Nothing recurses: it may nest as deep as it likes.
 */
export function hasOddStatements(policy: JsonObject): boolean {
  const todo: unknown[] = []
  for (const one of statementsOf(policy)) if (!isStatement(one)) todo.push(one)
  for (let value = todo.pop(); value !== undefined; value = todo.pop()) {
    if (typeof value === 'string' && holdsPolicy(`"Statement": ${value}`)) return true
    if (typeof value !== 'object' || value === null) continue
    if (isObject(value) && isStatement(value) && isAboutS3(value)) return true
    for (const inner of Object.values(value)) if (inner !== undefined) todo.push(inner)
  }
  return false
}

function isStatement(value: unknown): boolean {
  return member(value, 'Effect') !== undefined
}

function isAboutS3(statement: JsonObject): boolean {
  if (['Principal', 'NotPrincipal'].every((name) => member(statement, name) === undefined)) return false
  const what = ['Action', 'NotAction', 'Resource', 'NotResource'].flatMap((name) => member(statement, name) ?? [])
  return what.some((text) => typeof text === 'string' && /^(?:s3|arn:[^:]*:s3):/i.test(text))
}
