/** The text of the plan of the fixture `many`, with `count` instances of the module, at most 10,000. */
export function planMany(count: number): string
