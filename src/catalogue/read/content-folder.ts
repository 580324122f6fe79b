/** Where the content lies. CONTENT_DIR names another folder: a copy to try something in, or to break in a test. */
export const contentFolder = process.env['CONTENT_DIR'] || 'content';
