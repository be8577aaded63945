// Tells screen readers what has just come, without reading whole cards to them.

/** Says one line to screen readers. */
export function announce(text: string): void {
  const region = document.querySelector('#announcer');
  if (region) region.textContent = text;
}
