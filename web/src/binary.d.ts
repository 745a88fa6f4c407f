/** A file whose bytes stand as the characters U+0000 to U+00FF: see `build/binary.ts`. */
declare module "*.bin" {
  const characters: string;
  export default characters;
}
