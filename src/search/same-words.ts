/**
 * Words that the stemmer would file under one key though they mean two things. Porter takes "customs" and "customer" for forms of "custom".
 */
export const apart: ReadonlyMap<string, string> = new Map([
  ['customs', 'customs'],
  ['customer', 'customer'],
  ['customers', 'customer'],
  ['container', 'container'],
  ['containers', 'container'],
  ['important', 'important'],
  ['importance', 'important'],
  ['news', 'news'],
  ['police', 'police'],
  ['general', 'general'],
  ['generic', 'generic'],
  ['generics', 'generic'],
  ['generator', 'generator'],
  ['generators', 'generator'],
]);

/** Stems that, in a supply chain, say the same, and forms of a verb that no stemmer joins: filed under one key, so that whoever types either finds both. Never a name, never a thing. */
export const alike: ReadonlyMap<string, string> = new Map(
  [
    ['plant', 'factori', 'facil'],
    ['maker', 'manufactur', 'produc'],
    ['supplier', 'vendor'],
    ['firm', 'compani'],
    ['ship', 'vessel'],
    ['truck', 'lorri', 'lori'],
    ['close', 'shut'],
    ['bui', 'purchas', 'bought'],
    ['staff', 'employe', 'worker'],
    ['gasolin', 'petrol'],
    ['shortag', 'scarciti', 'scarc'],
    ['licens', 'permit'],
    ['quak', 'earthquak'],
    ['stock', 'inventori'],
    ['fertil', 'fertilis'],
    ['bankrupt', 'bankruptci', 'insolv'],
    ['rival', 'competitor'],
    ['stop', 'halt'],
    ['ban', 'forbid', 'forbidden', 'prohibit'],
    ['forecast', 'predict'],
    ['repair', 'fix'],
    ['loss', 'lost', 'lose'],
    ['sell', 'sold', 'sale'],
    ['build', 'built'],
    ['freez', 'froze', 'frozen'],
    ['break', 'broke', 'broken'],
    ['send', 'sent'],
    ['burn', 'burnt'],
    ['fall', 'fell', 'fallen'],
  ].flatMap(([key = '', ...others]) => others.map((other): [string, string] => [other, key])),
);
