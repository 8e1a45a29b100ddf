export interface FocusReport {
  /** What has the focus, in words that help to find it. */
  name: string;
  problems: string[];
}

/**
 * Runs in the page: whether what has the focus is to be seen (WCAG 2.4.7, 2.4.11), as somebody sees it who moved there with
 * the keyboard. Everything it needs stands inside, because only its text travels.
 */
export const reportFocus = async (): Promise<FocusReport> => {
  // The browser scrolls there smoothly, and begins with the next frame.
  for (let still = 0, last = -1; still < 2; still = scrollY === last ? still + 1 : 0) {
    last = scrollY;
    await new Promise(requestAnimationFrame);
  }
  const element = document.activeElement;
  if (!element || element === document.body) return { name: 'nothing', problems: [] };
  const label =
    element.getAttribute('aria-label') || element.textContent?.trim() || element.getAttribute('name') || '';
  const name = `<${element.tagName.toLowerCase()} ${element.id}> ${label.slice(0, 40)}`;
  const problems: string[] = [];
  const box = element.getBoundingClientRect();
  const transparent = (colour: string) => /^(transparent|rgba\(.*, 0\))$/.test(colour);
  const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
  const outlined =
    outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !transparent(outlineColor);
  if (!outlined && boxShadow === 'none') problems.push('is not marked');
  const points = [0.5, 0.1, 0.9].flatMap((x) =>
    [0.5, 0.1, 0.9].map((y) => [box.left + box.width * x, box.top + box.height * y] as const),
  );
  const seen = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && (element.contains(top) || top.contains(element));
  });
  if (!seen) problems.push('is covered or out of sight');
  return { name, problems };
};
