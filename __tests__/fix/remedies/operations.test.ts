import { describe, expect, test } from 'vitest'
import { notPrincipal } from '../../../src/fix/remedies/not-principal.js'
import type { Change, MapView, View } from '../../../src/fix/remedies/operation.js'
import { principalArn } from '../../../src/fix/remedies/principal-arn.js'

const A = { arn: 'arn:a' }
const B = { arn: 'arn:b' }

/** A value that stands elsewhere, or is not known. */
class Other {
  readonly kind: 'elsewhere' | 'unknown'

  constructor(kind: 'elsewhere' | 'unknown') {
    this.kind = kind
  }
}
const ELSEWHERE = new Other('elsewhere')
const UNKNOWN = new Other('unknown')

/** An object that nothing can be added to. */
class Closed {
  readonly members: object

  constructor(members: object) {
    this.members = members
  }
}

/** A value as a printer might show it, from a literal. */
function viewOf(value: unknown): View {
  if (value instanceof Other) return value
  if (value instanceof Closed) return { ...mapOf(value.members), extensible: false }
  if (Array.isArray(value)) return { kind: 'list', entries: value.map((one) => (typeof one === 'string' ? one : null)) }
  if (typeof value === 'object' && value !== null) return mapOf(value)
  return typeof value === 'string' ? { kind: 'text', text: value } : { kind: 'unknown' }
}

function mapOf(object: object): MapView {
  const members = new Map<string, unknown>(Object.entries(object))
  const member = (name: string) => (members.has(name) ? viewOf(members.get(name)) : null)
  return { kind: 'map', names: [...members.keys()], member, extensible: true }
}

/** An operation in short. */
function told(change: Change): unknown {
  const arns = (list: readonly { readonly arn: string }[]) => list.map(({ arn }) => arn.slice(4)).join(' ')
  switch (change.kind) {
    case 'none':
      return change.obstacle
    case 'rename':
      return `${change.from} → ${change.to}.${change.key}: ${arns(change.values)}`
    case 'add':
      return `${[...change.at, '+', ...change.names].join(' ')}: ${arns(change.values)}`
    case 'complete': {
      const standIns = [...change.standIns].map(([i, list]) => `${i} → ${arns(list)}`)
      return `${[change.at.join(' '), ...standIns].join(', ')}, + ${arns(change.appended)}`
    }
  }
}

describe('not-principal', () => {
  const standIns = (entry: string) => (entry === 'arn:*' ? ['arn:b', 'arn:a'] : entry === 'arn:a?' ? ['arn:a'] : [])

  test.each<{ name: string; statement: object; listed?: readonly string[] | null; change: string }>([
    { name: 'renames a Principal', statement: { Principal: '*' }, change: 'Principal → NotPrincipal.AWS: a b' },
    { name: 'needs a Principal', statement: { Action: 's3:*' }, change: 'no-principal' },
    {
      name: 'leaves a Principal that stands elsewhere',
      statement: { Principal: ELSEWHERE },
      change: 'principal-elsewhere',
    },
    {
      name: 'appends what a list lacks',
      statement: { NotPrincipal: { AWS: ['arn:c', 'arn:a'] } },
      change: 'NotPrincipal AWS, + b',
    },
    {
      name: 'takes a text for a list of one',
      statement: { NotPrincipal: { AWS: 'arn:b' } },
      change: 'NotPrincipal AWS, + a',
    },
    {
      name: 'lets inert entries give way, in the order of the vendor',
      statement: { NotPrincipal: { AWS: ['arn:c', 'arn:*'] } },
      change: 'NotPrincipal AWS, 1 → a b, + ',
    },
    {
      name: 'puts each principal in one place only',
      statement: { NotPrincipal: { AWS: ['arn:a?', 'arn:*', 'arn:*'] } },
      change: 'NotPrincipal AWS, 0 → a, 1 → b, + ',
    },
    {
      name: 'keeps an inert entry when what it stands for is there',
      statement: { NotPrincipal: { AWS: ['arn:a', 'arn:a?'] } },
      change: 'NotPrincipal AWS, + b',
    },
    {
      name: 'has nothing to do where all are listed',
      statement: { NotPrincipal: { AWS: ['arn:b', 'arn:a'] } },
      change: 'NotPrincipal AWS, + ',
    },
    {
      name: 'adds a list beside others',
      statement: { NotPrincipal: { Service: 'x' } },
      change: 'NotPrincipal + AWS: a b',
    },
    {
      name: 'adds none to a map that is closed',
      statement: { NotPrincipal: new Closed({ Service: 'x' }) },
      change: 'list-elsewhere',
    },
    { name: 'needs a map', statement: { NotPrincipal: 'x' }, change: 'not-principal-no-map' },
    {
      name: 'does not complete what it cannot read',
      statement: { NotPrincipal: { AWS: UNKNOWN } },
      change: 'list-unknown',
    },
    {
      name: 'does not complete what stands elsewhere',
      statement: { NotPrincipal: { AWS: ELSEWHERE } },
      change: 'list-elsewhere',
    },
    {
      name: 'does not complete a list with entries that only the text could tell',
      statement: { NotPrincipal: { AWS: ['arn:c', 1] } },
      change: 'list-unknown',
    },
    {
      name: 'completes such a list where the plan tells what is listed',
      statement: { NotPrincipal: { AWS: ['arn:c', 1] } },
      listed: ['arn:b'],
      change: 'NotPrincipal AWS, + a',
    },
  ])('$name', ({ statement, listed = null, change }) => {
    expect(told(notPrincipal({ principals: [A, B], listed, standIns })(mapOf(statement)))).toBe(change)
  })
})

describe('principal-arn', () => {
  const KEY = 'aws:PrincipalArn'
  const used = { StringNotEquals: { x: 'y' }, StringNotLike: { x: 'y' }, ArnNotLike: { x: 'y' } }

  test.each<{ name: string; condition?: unknown; closed?: true; change: string }>([
    { name: 'adds a Condition', change: `+ Condition ArnNotEquals ${KEY}: a` },
    { name: 'adds none where the statement has no place for it', closed: true, change: 'statement-in-parts' },
    { name: 'needs a Condition that is a map', condition: 'x', change: 'condition-no-map' },
    {
      name: 'adds the preferred operator',
      condition: { Bool: { x: 'y' } },
      change: `Condition + ArnNotEquals ${KEY}: a`,
    },
    {
      name: 'appends to a negated list, whatever the case of its key',
      condition: { StringNotLikeIfExists: { 'AWS:principalarn': ['x'] } },
      change: 'Condition StringNotLikeIfExists AWS:principalarn, + a',
    },
    {
      name: 'appends to a text',
      condition: { ArnNotLike: { [KEY]: 'x' } },
      change: `Condition ArnNotLike ${KEY}, + a`,
    },
    {
      name: 'appends to the first of several lists',
      condition: { StringNotEquals: { [KEY]: [] }, ArnNotLike: { [KEY]: [] } },
      change: `Condition ArnNotLike ${KEY}, + a`,
    },
    {
      name: 'leaves a list of an operator that is not negated',
      condition: { ArnLike: { [KEY]: ['x'] } },
      change: `Condition + ArnNotEquals ${KEY}: a`,
    },
    {
      name: 'leaves a list of a set operator',
      condition: { 'ForAllValues:ArnNotEquals': { [KEY]: ['x'] } },
      change: `Condition + ArnNotEquals ${KEY}: a`,
    },
    {
      name: 'adds a key to the preferred operator',
      condition: { ArnNotEquals: { 'aws:SourceArn': 'x' } },
      change: `Condition ArnNotEquals + ${KEY}: a`,
    },
    {
      name: 'passes over a list that stands elsewhere',
      condition: { ArnNotEquals: { [KEY]: ELSEWHERE } },
      change: `Condition + ArnNotLike ${KEY}: a`,
    },
    {
      name: 'takes a free operator where the preferred one is closed',
      condition: { ArnNotEquals: new Closed({ x: 'y' }) },
      change: `Condition + ArnNotLike ${KEY}: a`,
    },
    {
      name: 'needs an operator that is free',
      condition: { ...used, ArnNotEquals: { [KEY]: ELSEWHERE } },
      change: 'no-operator-free',
    },
    {
      name: 'does not append to what is neither list nor text',
      condition: { ArnNotEquals: { [KEY]: 5 } },
      change: 'condition-list-unknown',
    },
    {
      name: 'adds nothing where other operators may be there',
      condition: new Closed({ Bool: { x: 'y' } }),
      change: 'condition-no-map',
    },
    {
      name: 'appends even there',
      condition: new Closed({ ArnNotLike: { [KEY]: ['x'] } }),
      change: `Condition ArnNotLike ${KEY}, + a`,
    },
  ])('$name', ({ condition, closed, change }) => {
    const statement = mapOf(condition === undefined ? {} : { Condition: condition })
    expect(told(principalArn([A])({ ...statement, extensible: closed !== true }))).toBe(change)
  })
})
