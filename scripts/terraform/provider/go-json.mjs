/** JSON as Go's `encoding/json` writes it, which is what the AWS provider stores. */

const ESCAPED = /[<>&\u2028\u2029]/g

/** `<`, `>` and `&` are written as escapes; `indent` as in `JSON.stringify`. */
export function goJson(value, indent) {
  return JSON.stringify(value, null, indent).replace(
    ESCAPED,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
