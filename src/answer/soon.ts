/** A value, or its promise where something has to be waited for: what is there at once needs no promise and no timer. */
export type Soon<Value> = Value | Promise<Value>;

/** What is made of a value, as soon as it is there. */
export function onceThere<Value, Next>(value: Soon<Value>, next: (value: Value) => Next): Soon<Next> {
  return value instanceof Promise ? value.then(next) : next(value);
}
