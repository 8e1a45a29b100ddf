/** The name of a file beside the bundle, as esbuild's loader `file` gives it. */
declare module '*.ttf' {
  const name: string;
  export default name;
}

declare module '*.woff' {
  const name: string;
  export default name;
}
