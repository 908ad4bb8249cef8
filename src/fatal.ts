/** What whoever runs the program has to mend: shown as its message alone, and the program ends with exit code 1. */
export class Fatal extends Error {
  override readonly name = 'Fatal';
}
