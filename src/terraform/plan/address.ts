import type { Address, ModuleStep } from './model.js'

/**
 * Tokenises an address: `("module." name key? ".")* ("data.")? type "." name key?`. Never split on dots: keys may hold
 * any character. Null when the text is no address.
 */
export function parseAddress(text: string): Address | null {
  const reader = new AddressReader(text)
  const modules: ModuleStep[] = []
  let word = reader.name()
  while (word === 'module') {
    const name = reader.dot() ? reader.name() : null
    if (name === null) return null
    const key = reader.key()
    if (key === undefined || !reader.dot()) return null
    modules.push({ name, key })
    word = reader.name()
  }
  const mode = word === 'data' ? 'data' : 'managed'
  const type = word === 'data' ? (reader.dot() ? reader.name() : null) : word
  const name = type !== null && reader.dot() ? reader.name() : null
  const key = reader.key()
  if (type === null || name === null || key === undefined || !reader.done) return null
  return { modules, mode, type, name, key }
}

/** `module.a["x"].aws_s3_bucket_policy.b` without any instance key: the address in `configuration`. */
export function withoutKeys(address: Address): string {
  const modules = address.modules.map(({ name }) => `module.${name}.`).join('')
  return `${modules}${address.mode === 'data' ? 'data.' : ''}${address.type}.${address.name}`
}

/** An instance key as Terraform writes it in an address: marks of templates in it so that they are none. */
export function writtenKey(key: Address['key']): string {
  if (key === null) return ''
  return typeof key === 'number'
    ? `[${key}]`
    : `[${JSON.stringify(key).replace(/[$%]\{/g, (mark) => `${mark[0]}${mark}`)}]`
}

/** A name, from the start of a text. */
const NAME = /^[\p{L}_][\p{L}\p{N}_-]*/u
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

class AddressReader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  get done(): boolean {
    return this.#at === this.#text.length
  }

  name(): string | null {
    const [name] = NAME.exec(this.#text.slice(this.#at)) ?? []
    if (name === undefined) return null
    this.#at += name.length
    return name
  }

  dot(): boolean {
    if (this.#text[this.#at] !== '.') return false
    this.#at++
    return true
  }

  /** `[0]`, `["key"]`, or nothing (null); undefined when a bracket is malformed. */
  key(): string | number | null | undefined {
    if (this.#text[this.#at] !== '[') return null
    this.#at++
    const value = this.#keyValue()
    if (value === undefined || this.#text[this.#at] !== ']') return undefined
    this.#at++
    return value
  }

  /** `[*]` stands for instances that are not known yet, in deferred changes (Terraform, "Deferred changes"). */
  #keyValue(): string | number | null | undefined {
    const char = this.#text[this.#at]
    if (char === '"') return this.#quoted()
    if (char !== '*') return this.#digits()
    this.#at++
    return null
  }

  #digits(): number | undefined {
    const start = this.#at
    while (/[0-9]/.test(this.#text[this.#at] ?? '')) this.#at++
    return this.#at === start ? undefined : Number(this.#text.slice(start, this.#at))
  }

  /** HCL escapes, not JSON's: `\UXXXXXXXX`, and `$${` for a literal `${`. */
  #quoted(): string | undefined {
    this.#at++
    let value = ''
    while (this.#at < this.#text.length) {
      const char = this.#text[this.#at] ?? ''
      if (char === '"') {
        this.#at++
        return value
      }
      const rest = this.#text.slice(this.#at, this.#at + 3)
      if (rest === '$${' || rest === '%%{') {
        value += rest.slice(1)
        this.#at += 3
      } else if (char === '\\') {
        const escaped = this.#escape()
        if (escaped === undefined) return undefined
        value += escaped
      } else {
        value += char
        this.#at++
      }
    }
    return undefined
  }

  #escape(): string | undefined {
    const kind = this.#text[this.#at + 1] ?? ''
    const length = kind === 'u' ? 4 : kind === 'U' ? 8 : 0
    if (length === 0) {
      this.#at += 2
      return ESCAPES[kind]
    }
    const digits = this.#text.slice(this.#at + 2, this.#at + 2 + length)
    this.#at += 2 + length
    const code = /^[0-9a-fA-F]+$/.test(digits) && digits.length === length ? Number.parseInt(digits, 16) : -1
    return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
  }
}
