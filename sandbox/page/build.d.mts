/** Compiles and copies the page; throws when it does not compile. Returns the folder. */
export declare function buildPage(target?: string): string;
