/**
 * Light values are inline, because many clients drop <style>; dark ones are set by class where <style> is kept. Whoever sets a ground sets the
 * colour of its letters with it, on the very element: clients that darken a mail by themselves change one without the other.
 */
export const paper = '#fbf8f3';
export const white = '#ffffff';
export const ink = '#1e1a17';
export const ash = '#6e665e';
export const rule = '#e2dacf';
export const ember = '#b8371a';
export const onEmber = '#fffaf5';

/** What no inline style can say: the dark, the phone, and that no line is left with one word. What a row or phrase only gains by is here too, once. */
export const darkStyles = `
.bg{background:#fbf8f3}h1,h2{text-wrap:balance}p,.btn{text-wrap:pretty}
.phrases{word-break:keep-all}.kept{white-space:nowrap}
.letter{display:inline-block;width:24px;text-indent:0;font-family:Arial,sans-serif}.arrow{float:right;text-indent:0}
@media (prefers-color-scheme:dark){
.bg{background:#161311!important}.ink{color:#efe8df!important}.ash{color:#a89f95!important}
.rule{border-color:#332d28!important}.strong{border-color:#efe8df!important}.btn{background:#1e1a17!important;color:#efe8df!important;border-color:#4a413a!important}
.go{background:#ff8a5c!important;color:#1b0f09!important}.edge{border-color:#ff8a5c!important}
.ember{color:#ff8a5c!important}}
@media (max-width:480px){.head{font-size:28px!important}.pad{padding-left:18px!important;padding-right:18px!important}}`;
