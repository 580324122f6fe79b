/** Light values are inline, because many clients drop <style>; dark ones are set by class where <style> is kept. */
export const paper = '#fbf8f3';
export const ink = '#1e1a17';
export const ash = '#6e665e';
export const rule = '#e2dacf';
export const ember = '#b8371a';

export const serif = "Georgia,'Times New Roman',serif";
export const sans = 'Arial,Helvetica,sans-serif';

export const darkStyles = `
.bg{background:#fbf8f3}
@media (prefers-color-scheme:dark){
.bg{background:#161311!important}.ink{color:#efe8df!important}.ash{color:#a89f95!important}
.rule{border-color:#332d28!important}.strong{border-color:#efe8df!important}.btn{background:#1e1a17!important;border-color:#4a413a!important}
.ember{color:#ff8a5c!important}.w5{color:#ff8a5c!important}.w4{color:#d2704a!important}.w3{color:#96583f!important}
.w2{color:#5d4a41!important}.w1{color:#4d423c!important}.w0{color:#423c39!important}}
@media (max-width:480px){.head{font-size:28px!important}.pad{padding-left:18px!important;padding-right:18px!important}}`;
