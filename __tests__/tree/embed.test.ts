import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TextEdit } from '../../src/text/edit.js'
import { applyTextEdits } from '../../src/text/edit.js'
import { embed, filler, hasOpenHole, insideJsonString, insideSingleQuotes, restore } from '../../src/tree/embed.js'
import { readJsonTree } from '../../src/tree/json.js'
import { nodeAt } from '../../src/tree/node.js'

const OUTER = 'x = <<EOT\n{"a": "p${q}r", "b": ${list}, "c": ["${one}", "k"]}\nEOT\n'

/** The JSON text of the heredoc, with its expressions as holes. */
function heredoc() {
  const span = { start: OUTER.indexOf('{"a"'), end: OUTER.lastIndexOf('\nEOT') }
  const holes = ['${q}', '${list}', '${one}'].map((hole) => {
    const start = OUTER.indexOf(hole)
    return { start, end: start + hole.length }
  })
  let inner = OUTER.slice(span.start, span.end)
  for (const hole of ['${q}', '${one}']) inner = inner.replace(hole, () => filler(hole.length, false))
  inner = inner.replace('${list}', () => filler('${list}'.length, true))
  return embed(OUTER, span, inner, holes)
}

describe('a text in a text', () => {
  test('shares its offsets with the outer one, and the rest up to the end of its last line is blank', () => {
    const { masked, start, end } = heredoc()
    expect(masked.slice(0, start)).toBe('         \n')
    expect(masked.slice(end)).toBe('\n')
    const { root } = readJsonTree(masked)
    const text = (route: readonly (string | number)[]) => {
      const node = nodeAt(root, route)
      return node === null ? null : OUTER.slice(node.start, node.end)
    }
    expect(text(['a'])).toBe('"p${q}r"')
    expect(text(['b'])).toBe('${list}')
    expect(text(['c', 1])).toBe('"k"')
  })

  test('has open holes only where a value stands', () => {
    const embedded = heredoc()
    const { root } = readJsonTree(embedded.masked)
    const isOpen = (name: string) => hasOpenHole(embedded, nodeAt(root, [name]) ?? { start: 0, end: 0 })
    expect([isOpen('a'), isOpen('b'), isOpen('c')]).toEqual([false, true, false])
  })
})

describe('an edit of a text with holes', () => {
  const at = (text: string) => ({ offset: heredoc().masked.indexOf(text), length: text.length })
  const q = filler(4, false)
  const one = filler(6, false)
  const list = filler(7, true)

  test.each<{ name: string; edits: readonly TextEdit[]; replaceable?: number; after: string }>([
    {
      name: 'gets the holes back that it took over',
      edits: [{ ...at(`"p${q}r"`), text: `["p${q}r", "s"]` }],
      after: OUTER.replace('"p${q}r"', () => '["p${q}r", "s"]'),
    },
    {
      name: 'gets several back in their order',
      edits: [
        { ...at(`"p${q}r", "b": `), text: `"p${q}r", "B": ` },
        { ...at(`"${one}"`), text: `"${one}", "t"` },
      ],
      after: OUTER.replace('"b"', '"B"').replace('"${one}"', () => '"${one}", "t"'),
    },
    {
      name: 'without holes stays as it is',
      edits: [{ ...at('"k"'), text: '"l"' }],
      after: OUTER.replace('"k"', '"l"'),
    },
    { name: 'may not lose one', edits: [{ ...at(`"${one}"`), text: '"t"' }], after: 'holes-lost' },
    {
      name: 'may drop one where that is said',
      edits: [{ ...at(`"${one}"`), text: '"t"' }],
      replaceable: heredoc().masked.indexOf(`"${one}"`),
      after: OUTER.replace('"${one}"', '"t"'),
    },
    { name: 'may not say one twice', edits: [{ ...at(`"p${q}r"`), text: `["${q}", "${q}"]` }], after: 'holes-moved' },
    {
      name: 'may not take over one that stands for a value',
      edits: [{ ...at(list), text: `[${list}]` }],
      after: 'holes-moved',
    },
  ])('$name', ({ edits, replaceable, after }) => {
    const restored = restore(OUTER, heredoc(), edits, new Set(replaceable === undefined ? [] : [replaceable]))
    expect(restored.ok ? applyTextEdits(OUTER, restored.edits) : restored.why).toBe(after)
  })
})

describe('the text of a JSON string', () => {
  test('has each character at the place of what it is written as', () => {
    const outer = String.raw`{"p": "{\"a\":\u0022\n\/é😀x"}`
    const start = outer.indexOf('"{')
    const map = insideJsonString(outer, { start, end: outer.length - 1 })
    expect(map.inner).toBe('{"a":"\n/é😀x')
    const at = (text: string) => {
      const from = map.inner.indexOf(text)
      const { start: a, end: b } = map.toOuter({ start: from, end: from + text.length })
      return outer.slice(a, b)
    }
    expect(at('"a"')).toBe(String.raw`\"a\"`)
    expect(at('\n/')).toBe(String.raw`\n\/`)
    expect(at('😀')).toBe('😀')
    expect(at(map.inner)).toBe(outer.slice(start + 1, -2))
    expect(map.toInner(outer.indexOf('\\u0022') + 3)).toBe(map.inner.indexOf('"\n'))
  })

  test('leads there and back', () => {
    const property = fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, before) => {
      const outer = `${before}${JSON.stringify(text)}`
      const map = insideJsonString(outer, { start: before.length, end: outer.length })
      expect(map.inner).toBe(text)
      for (let i = 0; i < text.length; i++) expect(map.toInner(map.toOuter({ start: i, end: i + 1 }).start)).toBe(i)
    })
    fc.assert(property)
  })
})

test('the text of a string in single quotes has each character at its place', () => {
  const property = fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, before) => {
    const outer = `${before}'${text.replaceAll("'", "''")}'`
    const map = insideSingleQuotes(outer, { start: before.length, end: outer.length })
    expect(map.inner).toBe(text)
    for (let i = 0; i < text.length; i++) {
      const { start, end } = map.toOuter({ start: i, end: i + 1 })
      expect(outer.slice(start, end)).toBe(text[i] === "'" ? "''" : text[i])
    }
  })
  fc.assert(property)
})
