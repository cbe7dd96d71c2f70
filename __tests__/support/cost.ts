/**
 * Starts counting the milliseconds of processor time that this process takes: other than the time that passes, it does not
 * grow while a machine is busy with other things.
 */
export function countCpu(): () => number {
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
}
