// Numbers that look like chance and are the same for the same seed, so that a failure can be asked for again.

// A linear congruential generator; the high bits of 2^32 states are plenty for picking sizes.
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
