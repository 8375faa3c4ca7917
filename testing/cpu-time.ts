/**
 * The processor time of this thread that `work` takes, in milliseconds: the least of three runs. Unlike the time on the wall it
 * does not grow because the machine is busy with something else; so it can tell work that grows out of hand from a slow machine.
 */
export function cpuMilliseconds(work: () => unknown): number {
  return Math.min(once(work), once(work), once(work));
}

function once(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
