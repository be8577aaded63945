// Where a request to void a draw waits for the second person.

/** The name of the note; its value is a `VoidRequest` as JSON. */
export function voidNote(number: string): string {
  return `void:${number}`;
}
