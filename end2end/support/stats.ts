// Numbers about waiting, in one line that a person can read in the list of tests.
export function quantile(sorted: number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)];
}

export function summary(name: string, milliseconds: number[]): { line: string; p95: number } {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const [least, median, p95] = [sorted[0], quantile(sorted, 0.5), quantile(sorted, 0.95)];
  const ms = (number: number) => `${Math.round(number)} ms`;
  return { line: `${name}: n ${sorted.length}, min ${ms(least)}, median ${ms(median)}, p95 ${ms(p95)}`, p95 };
}
