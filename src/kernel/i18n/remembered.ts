/**
 * Remembers what `make` gave for a key. Making an Intl formatter costs a hundred times more than using it; the bound keeps
 * readers who send many zones from filling the memory: when it is reached, the oldest entry goes.
 */
export function remembered<Value>(most: number, make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    if (known.size >= most) {
      const oldest = known.keys().next();
      if (!oldest.done) known.delete(oldest.value);
    }
    known.set(key, made);
    return made;
  };
}
