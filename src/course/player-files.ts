/** Names of what the build makes of the player, as they stand in a package. */
export const playerFile = 'player.js';
export const styleFile = 'player.css';
