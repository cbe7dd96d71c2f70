import { type FailOn, FEATURES, type Feature, type Remedy } from '../model/options.js'

/**
 * The one home of defaults, for the Action and the terminal alike; `action.yml` sets none but the token.
 */

/** The configuration file, looked for under the working directory, then under the workspace root. */
export const CONFIG_PATH = '.github/clumio-policy-check.jsonc'

export const DEFAULT_FEATURES: readonly Feature[] = FEATURES
export const DEFAULT_REMEDY: Remedy = 'not-principal'
export const DEFAULT_FAIL_ON: FailOn = 'error'

/**
 * IAM path of the Clumio role: default of the variable `path` in the vendor's Terraform module
 * (clumio-code/terraform-clumio-aws-template, variables.tf, commit 4db6fae, read 2026-11).
 */
export const DEFAULT_ROLE_PATH = '/clumio/'

/**
 * The role session names of the vendor's article "S3 bucket permissions" (support.clumio.com, article 10034922732308),
 * in its order; read 2026-11.
 */
export const DEFAULT_SESSIONS: readonly string[] = [
  'daebaksrv-createS3CustomerSession',
  'Ingestion-ingesttool',
  'daebaksrv-RestoreTargetCheck',
  'daebaksrv-S3Backup',
]

/**
 * What a directory stands for. What such a file holds is decided by its content; of `.tf` files only that they declare
 * bucket policies, since a repository with Terraform and no plan must not look checked.
 */
export const DEFAULT_FILES = {
  globs: ['**/*.{json,jsonc,json.tpl,json.tftpl,tftpl,template,yaml,yml,tf,tofu,hcl}'],
  ignoredFolders: ['node_modules', '.git', '.terraform', '.terragrunt-cache'],
  /** Lock files with a name that the default globs would match: npm (two of them), NuGet, pnpm and Terraform. */
  ignoredFiles: [
    'package-lock.json',
    'npm-shrinkwrap.json',
    'packages.lock.json',
    'pnpm-lock.yaml',
    '.terraform.lock.hcl',
  ],
} as const
