/** Sent only below /desk, never to scripts. */
export const sessionCookie = 'nodomoto-desk';
