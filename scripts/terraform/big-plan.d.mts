/** Writes a plan of about `bytes` to `file`; half of the `policies` (12 by default) keep Clumio out. */
export function writeBigPlan(
  file: string,
  options: { readonly bytes: number; readonly policies?: number },
): { readonly file: string; readonly bytes: number; readonly resources: number; readonly policies: number }
