/**
 * The order of the layers that every style stands in, told before any of them. It is an element of its own, because the bundler may put the
 * styles of a page into any order. astro.config.mjs allows it by its hash.
 */
export const layerOrder = '@layer reset,tokens,base,components,page;';
