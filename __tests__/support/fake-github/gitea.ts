import type { Answer } from './answer.js'

/** How Gitea and Forgejo answer where they differ from GitHub: an error is a page, and much is left out. */

export const NO_PAGE: Answer = {
  status: 404,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><title>Page Not Found</title>',
}

/** What they do not tell: ids of GraphQL, whether a conversation is locked, the diff and the blob of a file. */
const UNTOLD = new Set(['node_id', 'locked', 'patch', 'sha', 'reactions'])
/** Where `sha` is that of a commit, which they tell. */
const COMMITS = new Set(['head', 'base', 'tree'])

export function asGitea(answer: Answer): Answer {
  return { ...answer, body: without(answer.body, '') }
}

function without(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((each) => without(each, name))
  if (value === null || typeof value !== 'object') return value
  const told = Object.entries(value).filter(([key]) => !UNTOLD.has(key) || (key === 'sha' && COMMITS.has(name)))
  return Object.fromEntries(told.map(([key, each]) => [key, without(each, key)]))
}
