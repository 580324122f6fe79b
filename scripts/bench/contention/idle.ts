/** Does nothing until it is told to end: how long its event loop stands is the machine's doing. */
const idling = setInterval(() => undefined, 1000);
process.once('SIGTERM', () => clearInterval(idling));
