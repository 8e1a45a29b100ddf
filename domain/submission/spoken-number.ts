/** The last characters of an id, by which people talk about a submission. */
export const spokenNumber = ({ id }: { id: string }): string => id.slice(-6).toUpperCase();
