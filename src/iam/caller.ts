import type { Text } from './text/text.js'

/** Whether the caller's identity has a permissions boundary. */
export type CallerBoundary = 'none' | 'present' | 'unknown'

/**
 * Who makes a request. Names are texts: a role or an account that nobody named is a token, so every comparison with it
 * is unknown where it matters.
 */
export type Caller =
  | {
      readonly kind: 'role-session'
      readonly partition: string
      readonly account: Text
      /** With leading and trailing slash. */
      readonly rolePath: string
      readonly roleName: Text
      readonly session: string
      /** The role's unique id (`AROA…`), or null when not known. */
      readonly roleId: string | null
      readonly boundary: CallerBoundary
    }
  | { readonly kind: 'root'; readonly partition: string; readonly account: Text }
  | {
      readonly kind: 'user'
      readonly partition: string
      readonly account: Text
      readonly userPath: string
      readonly userName: string
      readonly boundary: CallerBoundary
    }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'service'; readonly service: string }

export type RoleSession = Extract<Caller, { kind: 'role-session' }>
