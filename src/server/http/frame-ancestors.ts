/** No other site may show a page of ours in a frame; the inbox of the demo shows mail in one of its own. */
export const frameAncestors = "frame-ancestors 'self'";
