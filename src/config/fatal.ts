/** An error that the operator has to fix: only its message is shown, and the program ends with the exit code. */
export class Fatal extends Error {
  override readonly name: string = 'Fatal';
  readonly exitCode: number = 1;
}

/**
 * An error that may resolve itself, such as a database that is not up yet: the exit code is `EX_TEMPFAIL` of
 * sysexits.h, which tells a supervisor to start the program again.
 */
export class Unavailable extends Fatal {
  override readonly name = 'Unavailable';
  override readonly exitCode = 75;
}
