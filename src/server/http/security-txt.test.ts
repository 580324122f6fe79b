import { describe, expect, it } from 'vitest';
import { readSettings } from '#server/settings.ts';
import { securityTxt } from './security-txt.ts';

const fieldsOf = (text: string) =>
  new Map(
    text
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );

describe('security.txt', () => {
  const now = Date.UTC(2026, 10, 30, 12);

  it('names whom to tell, in the form of RFC 9116', () => {
    const fields = fieldsOf(securityTxt('mailto:security@firm.example', 'https://learn.firm.example', now));
    expect(fields.get('Contact')).toBe('mailto:security@firm.example');
    expect(fields.get('Canonical')).toBe('https://learn.firm.example/.well-known/security.txt');
    expect(fields.get('Preferred-Languages')).toBe('en, ja');
  });

  it('has not run out whenever it is asked for, and is good for less than a year', () => {
    for (const years of [0, 1, 20]) {
      const asked = now + years * 365 * 86_400_000;
      const expires = Date.parse(
        fieldsOf(securityTxt('mailto:a@b.example', 'https://c.example', asked)).get('Expires') ?? '',
      );
      expect(expires).toBeGreaterThan(asked);
      expect(expires - asked).toBeLessThan(365 * 86_400_000);
    }
  });
});

describe('SECURITY_CONTACT', () => {
  const contactOf = (text: string) => readSettings({ SECURITY_CONTACT: text }).securityContact;

  it('is an address or a page, and is told as a URI', () => {
    expect(contactOf('security@firm.example')).toBe('mailto:security@firm.example');
    expect(contactOf('https://firm.example/security')).toBe('https://firm.example/security');
    expect(contactOf('')).toBeNull();
  });

  it.each(['http://firm.example', 'call us', 'a@b.example\nContact: mailto:c@d.example', 'javascript:alert(1)'])(
    'is not %j',
    (text) => {
      expect(() => contactOf(text)).toThrow('SECURITY_CONTACT');
    },
  );
});
