import { escapeHtml } from '../mail/splice.ts';

/** The mail with a trainer's single-use link. Plain on purpose: it should look like nothing but what it is. */
export function signInLetter(url: string): { subject: string; text: string; html: string } {
  const lead = 'Open this link to sign in to the Nodomoto desk. It works once, and for twenty minutes.';
  const aside = 'If you did not ask for it, leave it: nothing happens until it is opened and confirmed.';
  const link = escapeHtml(url);
  return {
    subject: 'Your link to the desk',
    text: [lead, url, aside].join('\n\n'),
    html: `<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>Your link to the desk</title></head><body style="margin:0;padding:32px 20px;font:400 17px/1.55 Georgia,serif"><div lang="en" dir="ltr" style="max-width:560px;margin:0 auto"><p style="margin:0 0 18px">${lead}</p><p style="margin:0 0 18px"><a href="${link}" style="display:inline-block;padding:12px 20px;background:#b8371a;color:#ffffff;text-decoration:none;font:600 15px/1.3 Arial,sans-serif">Sign in to the desk</a></p><p style="margin:0;font-size:14px">${aside}</p></div></body></html>`,
  };
}
