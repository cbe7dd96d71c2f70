import { HOMEPAGE, VERSION } from '../model/tool.js'

/** GitHub's own server. */
export const GITHUB = 'https://github.com'

/** The variables of a workflow run that say where the action comes from. */
export interface ActionOrigin {
  readonly GITHUB_ACTION_REPOSITORY?: string | undefined
  readonly GITHUB_ACTION_REF?: string | undefined
  readonly GITHUB_SERVER_URL?: string | undefined
}

/**
 * URL prefix of the rule pages, ending in `/`: in the repository and at the ref of the action that runs, else at this
 * version below the package's home page, else null.
 */
export function rulePages(env: ActionOrigin, homepage: string | null = HOMEPAGE): string | null {
  const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = env
  if (repository !== undefined && /^[\w.-]+\/[\w.-]+$/.test(repository) && ref !== undefined && ref !== '') {
    const server = env.GITHUB_SERVER_URL ?? GITHUB
    return `${server}/${repository}/blob/${encodeURI(ref)}/docs/rules/`
  }
  return homepage === null ? null : `${homepage.replace(/#.*$/, '').replace(/\/+$/, '')}/blob/v${VERSION}/docs/rules/`
}
