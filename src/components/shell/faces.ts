/**
 * Words first, faces after. A first visit is painted at once with the reader's own fonts, bent to the same widths (fonts.css); only then are
 * ours asked for, so that they never stand in the way of the text. Whoever comes from another page of ours, or has been here before
 * (the service worker is there), has them in the cache and gets them from the first letter. Nothing is stored for this.
 *
 * It stands inside the page, because a request of its own would come too late. astro.config.mjs allows it by its hash.
 */
export const facesScript =
  "(()=>{const show=()=>document.documentElement.classList.add('faces');" +
  "if(document.referrer.startsWith(location.origin+'/')||navigator.serviceWorker?.controller||" +
  "!PerformanceObserver.supportedEntryTypes?.includes('paint'))show();" +
  "else new PerformanceObserver(show).observe({type:'paint',buffered:true})})()";
