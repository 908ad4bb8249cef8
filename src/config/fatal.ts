/** What whoever runs the program has to mend: shown as its message alone, and the program ends with the exit code. */
export class Fatal extends Error {
  override readonly name: string = 'Fatal';
  readonly exitCode: number = 1;
}

/**
 * What may come right by itself, such as a database that is not up yet: the exit code is `EX_TEMPFAIL` of sysexits.h,
 * by which whoever watches over the program knows to start it again.
 */
export class Unavailable extends Fatal {
  override readonly name = 'Unavailable';
  override readonly exitCode = 75;
}
