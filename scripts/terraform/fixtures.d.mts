/** Does the steps of the `fixture.json` in a folder, and gives the files it would write: name → text. */
export function planFixture(folder: string): Promise<Map<string, string>>
