/** The version in `package.json`; a test keeps the two equal. */
export const VERSION = '0.1.0'

/** `homepage` in `package.json`, the last resort for links to rule pages; null while there is none. */
export const HOMEPAGE: string | null = null
