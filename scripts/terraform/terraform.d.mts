/** Version of the `terraform` on the PATH, or null when there is none. */
export function terraformVersion(): string | null
/** Paths below a folder that are not formatted as `terraform fmt` would. */
export function unformatted(folder: string): readonly string[]
