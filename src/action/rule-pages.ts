import type { GitHubClient } from '../github/api/client.js'
import type { CheckResult } from '../model/report.js'
import { GITHUB, rulePages } from '../report/links.js'
import type { ActionRun } from './environment.js'
import { openGitHub } from './material.js'

/**
 * URL prefix of the rule pages. Another server than GitHub's own may have the action from there (GitHub Connect): then it
 * knows no repository of that name, since its own come first (GitHub Docs, "Enabling automatic access to GitHub.com
 * actions using GitHub Connect").
 */
export async function rulePagesOf(
  run: ActionRun,
  { report }: CheckResult,
  client: GitHubClient | null,
): Promise<string | null> {
  const { env } = run
  const { GITHUB_SERVER_URL: server = GITHUB, GITHUB_ACTION_REPOSITORY: repository = '' } = env
  const isNeeded = report.findings.length > 0 || (env['INPUT_SARIF-FILE'] ?? '') !== ''
  if (server === GITHUB || repository === '' || !isNeeded) return rulePages(env)
  const asked = client ?? (await openGitHub(run))?.client
  const isThere = (await asked?.hasRepository(repository)) ?? true
  return rulePages(isThere ? env : { ...env, GITHUB_SERVER_URL: GITHUB })
}
