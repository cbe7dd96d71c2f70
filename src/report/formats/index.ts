import type { ReportFormat } from '../format.js'

/** The formats of the report, in the order of the documentation; the first is the default of the command. */
export const REPORT_FORMATS: readonly ReportFormat[] = [
  {
    id: 'pretty',
    purpose: 'for a person at a terminal',
    alternatives: false,
    codeScanning: false,
    load: async () => (await import('./pretty.js')).pretty,
  },
  {
    id: 'json',
    purpose: 'for programs: all of the report',
    alternatives: true,
    codeScanning: false,
    load: async () => (await import('./json.js')).json,
  },
  {
    id: 'sarif',
    purpose: 'SARIF 2.1.0, for code scanning',
    alternatives: true,
    codeScanning: true,
    rooted: true,
    load: async () => (await import('./sarif.js')).sarif,
  },
  {
    id: 'github',
    purpose: 'annotations of a GitHub workflow',
    alternatives: false,
    codeScanning: false,
    rooted: true,
    load: async () => (await import('./github.js')).github,
  },
  {
    id: 'markdown',
    purpose: 'one page, as in the job summary',
    alternatives: true,
    codeScanning: false,
    load: async () => (await import('./markdown.js')).markdown,
  },
]
