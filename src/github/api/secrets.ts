import { isObject } from '../../tree/value.js'

/** Errors that caused an error are looked at as far. */
const CAUSES = 10

/**
 * An error in whose texts no secret stands, nor in those of what it was caused by: a server or a proxy may repeat what it was
 * sent, and a library what it could not send. It is the same error otherwise, by which others tell what to do.
 */
export function withoutSecrets(thrown: unknown, secrets: readonly string[]): unknown {
  const hidden = hider(secrets)
  if (typeof thrown === 'string') return hidden(thrown)
  let error = thrown
  for (let depth = 0; depth < CAUSES && isObject(error); depth++) {
    const { errors, cause }: { readonly errors?: unknown; readonly cause?: unknown } = error
    for (const one of [error, ...(Array.isArray(errors) ? errors : [])]) hideIn(one, hidden)
    error = cause
  }
  return thrown
}

/** Characters of a secret: of fewer any sentence has some. */
const SHORTEST = 4

/** Takes secrets out of a text: as they are, in small letters as in the name of a host, and as addresses and JSON write them. */
function hider(secrets: readonly string[]): (text: string) => string {
  const spellings = (secret: string) => [
    ...[secret, secret.toLowerCase()],
    ...[encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)],
  ]
  const long = secrets.filter(({ length }) => length >= SHORTEST)
  const all = [...new Set(long.flatMap(spellings))].sort((a, b) => b.length - a.length)
  return (text) => all.reduce((left, secret) => left.replaceAll(secret, '***'), text)
}

function hideIn(error: unknown, hidden: (text: string) => string): void {
  if (!isObject(error)) return
  for (const name of ['message', 'stack']) {
    const text = Object.hasOwn(error, name) ? error[name] : undefined
    if (typeof text !== 'string' || hidden(text) === text) continue
    Object.defineProperty(error, name, { value: hidden(text), configurable: true, writable: true, enumerable: false })
  }
}
