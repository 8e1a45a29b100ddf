/** A character that leaves ink: no blank, no control or formatting character, nothing that fonts ignore. */
const INK = /[^\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;

/** Whether anybody sees anything of a text. */
export const isVisible = (text: string): boolean => INK.test(text);
