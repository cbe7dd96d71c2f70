import { expect, test } from 'vitest'
import type { EditGroup, RemediableDraft } from '../../src/fix/site.js'
import { isTooLarge, POLICY_LIMIT, policyOf, policySize, SizeBudget } from '../../src/fix/size.js'
import { blockingPolicy, draftOf, draftsOf } from './drafts.js'

function groupOf(remedy: EditGroup['remedy'], drafts: readonly RemediableDraft[]): EditGroup {
  return { remedy, path: 'policy.json', edits: [], drafts }
}

/** Sizes with so many bytes added to the policy of each draft. */
function sizesOf(drafts: readonly RemediableDraft[], bytes: number): ReadonlyMap<RemediableDraft, number> {
  return new Map(drafts.map((draft) => [draft, sizeOf(draft) + bytes]))
}

function sizeOf(draft: RemediableDraft): number {
  const policy = policyOf(draft)
  if (policy === null) throw new Error('no policy')
  return policySize(policy)
}

test('white space of the file is none of the policy', async () => {
  const text = blockingPolicy(2)
  expect(sizeOf(await draftOf(text))).toBe(JSON.stringify(JSON.parse(text)).length)
})

test('bytes count, not characters', async () => {
  const [plain, wide] = [await draftOf(blockingPolicy(1, { Sid: 'e' })), await draftOf(blockingPolicy(1, { Sid: 'é' }))]
  expect(sizeOf(wide)).toBe(sizeOf(plain) + 1)
})

test('a policy of exactly 20 KB is one that S3 takes', () => {
  expect([POLICY_LIMIT, POLICY_LIMIT + 1].map(isTooLarge)).toEqual([false, true])
})

test.each([
  { name: 'fits where the policy stays at the limit', spare: 0, fits: true },
  { name: 'does not fit where it is one byte over', spare: -1, fits: false },
])('an edit $name', async ({ spare, fits }) => {
  const draft = await draftOf(blockingPolicy(1))
  const bytes = POLICY_LIMIT - sizeOf(draft) - spare
  const budget = new SizeBudget(new Set())
  expect(budget.hasRoomFor(groupOf('principal-arn', [draft]), sizesOf([draft], bytes))).toBe(fits)
})

test('edits of one policy sum up, those of others do not', async () => {
  const [first, second] = await draftsOf(blockingPolicy(2))
  const other = await draftOf(blockingPolicy(1))
  if (first === undefined || second === undefined) throw new Error('no drafts')
  const budget = new SizeBudget(new Set())
  budget.add(groupOf('principal-arn', [first]), sizesOf([first], 15_000))
  expect(budget.hasRoomFor(groupOf('principal-arn', [second]), sizesOf([second], 15_000))).toBe(false)
  expect(budget.hasRoomFor(groupOf('principal-arn', [other]), sizesOf([other], 15_000))).toBe(true)
})

test('a group counts with all of its statements', async () => {
  const drafts = await draftsOf(blockingPolicy(2))
  const budget = new SizeBudget(new Set())
  expect(budget.hasRoomFor(groupOf('principal-arn', drafts), sizesOf(drafts, 8_000))).toBe(true)
  expect(budget.hasRoomFor(groupOf('principal-arn', drafts), sizesOf(drafts, 11_000))).toBe(false)
})

test('where only the short remedy leaves an edit for all, the long one has no room', async () => {
  const draft = await draftOf(blockingPolicy(1))
  const budget = new SizeBudget(new Set([draft.judged.policy]))
  expect(budget.hasRoomFor(groupOf('not-principal', [draft]), sizesOf([draft], 10))).toBe(false)
  expect(budget.hasRoomFor(groupOf('principal-arn', [draft]), sizesOf([draft], 10))).toBe(true)
})
