/** Shows on a terminal what is being measured, in place of the previous text. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}
