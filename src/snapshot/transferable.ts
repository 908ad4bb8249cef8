/** The memory of all typed arrays in a value: handed over to another thread, it need not be copied. */
export function transferable(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (Array.isArray(value)) {
    // Lists hold either arrays of numbers or none.
    if (typeof value[0] === 'object') for (const item of value) transferable(item, found);
  } else if (typeof value === 'object' && value !== null && !(value instanceof Map)) {
    for (const part of Object.values(value)) transferable(part, found);
  }
  return found;
}
