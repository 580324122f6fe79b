/**
 * Words that hold a sentence together and tell no case from another. "Down", "only", "out", "no" and "without" are missing on
 * purpose: people say a worry with them ("the system is down", "our only supplier", "ran out").
 */
const list = `a about above after again am an and any are as at be because been before being below between both but by can could
did do does doing done during each else few for from further get gets getting go goes going got had happen happens happened has have
having he her here hers him his how i if in into is it its itself just ll let me might more most much must my myself of on
once or other our ours over own per please re really s same shall she should so some such suddenly t than that the their theirs
them then there these they thing things this those though through to too us ve very want was way we were what whatever when
where which while who whom whose why will with would yet you your yours anyone someone something anything everything`;

export const stopWords: ReadonlySet<string> = new Set(list.split(/\s+/));
