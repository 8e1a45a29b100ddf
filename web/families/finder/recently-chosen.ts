let chosen = false;

/** Somebody has just chosen from the list, so the focus must go to what replaces it. */
export const justChosen = (): void => {
  chosen = true;
};

export const recentlyChosen = (): boolean => {
  const was = chosen;
  chosen = false;
  return was;
};
