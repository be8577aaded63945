// Brings an event back from the inbox: JSON has no dates, an Incoming has one.

/** The value with its `at` made a Date again; everything else as it is. */
export function thaw(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('at' in body)) return body;
  return { ...body, at: new Date(String(body.at)) };
}
