import { type FailOn, FEATURES, type Feature, type Remedy } from '../model/options.js'

/**
 * The one home of defaults, for the Action and the terminal alike; `action.yml` sets none but the token.
 */

/** The configuration file, looked for under the working directory, then under each folder above it, up to the workspace. */
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

/** How the names of files end that a directory stands for, in the order in which they are told. */
const ENDINGS = ['json', 'jsonc', 'json.tpl', 'json.tftpl', 'tftpl', 'template', 'yaml', 'yml', 'tf', 'tofu']

/**
 * What a directory stands for. What such a file holds is decided by its content; Terraform's sources are judged by root
 * modules, where no plan tells them.
 */
export const DEFAULT_FILES = {
  endings: ENDINGS,
  globs: [`**/*.{${ENDINGS.join(',')}}`],
  ignoredFolders: ['node_modules', '.git', '.terraform', '.terragrunt-cache'],
  /** Lock files with a name that the default globs would match: npm (two of them), NuGet and pnpm. */
  ignoredFiles: ['package-lock.json', 'npm-shrinkwrap.json', 'packages.lock.json', 'pnpm-lock.yaml'],
} as const
