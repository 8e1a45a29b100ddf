/**
 * Runs in the page: what does not fit into the window, covers something else or is cut off. Everything it needs stands
 * inside, because only its text travels.
 */
export const findMisfits = (): string[] => {
  const found: string[] = [];
  const root = document.querySelector('dialog[open]') ?? document.body;
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width + 1)
    found.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${width}`);

  const nameOf = (element: Element) => {
    const text = element.textContent?.trim().replaceAll(/\s+/g, ' ').slice(0, 40);
    return `<${element.tagName.toLowerCase()} class="${element.className}"> ${text}`;
  };
  /** Hidden from eyes on purpose: for screen readers only, or a link that comes when it has the focus. */
  const unseen = (element: Element): boolean => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return true;
    if (element.closest('.skip, .portal-skip')) return true;
    for (let one: Element | null = element; one; one = one.parentElement) {
      const { width, height } = one.getBoundingClientRect();
      if (width <= 1 || (height <= 1 && getComputedStyle(one).overflowY !== 'visible')) return true;
    }
    return false;
  };

  const elements = [...root.querySelectorAll('*')].filter((element) => !unseen(element));
  for (const element of elements) {
    const box = element.getBoundingClientRect();
    const scrolled = element.parentElement?.closest('[data-scrolls]');
    if (!scrolled && (box.left < -1 || box.right > width + 1))
      found.push(`beyond the edge: ${nameOf(element)}`);
    const { overflowX, overflowY } = getComputedStyle(element);
    const typed = element.matches('input, select, textarea');
    if (!typed && overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
      found.push(`needs sideways scrolling: ${nameOf(element)}`);
    if (!typed && ['hidden', 'clip'].includes(overflowY) && element.scrollHeight > element.clientHeight + 2)
      found.push(`cut off below: ${nameOf(element)}`);
  }

  // Where words and fields stand; what scrolls over the page (the bar at the top) may cover what is below it.
  const floating = (element: Element): boolean => {
    for (let one: Element | null = element; one; one = one.parentElement)
      if (['sticky', 'fixed'].includes(getComputedStyle(one).position)) return true;
    return false;
  };
  const boxes: { element: Element; box: DOMRect }[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || !node.textContent?.trim() || unseen(element) || element.closest('option')) continue;
    // In a list that scrolls, what is out of its sight lies over other things without covering them.
    if (element.closest('.results') || floating(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const framed = element.closest('.kern-btn--primary, .kern-btn--secondary')?.getBoundingClientRect();
    for (const box of range.getClientRects()) {
      boxes.push({ element, box });
      if (framed && (box.left < framed.left + 4 || box.right > framed.right - 4))
        found.push(`at the edge of its button: ${nameOf(element)}`);
    }
  }
  for (const element of root.querySelectorAll('input, select, textarea, button'))
    if (!unseen(element) && !element.closest('.results') && !floating(element))
      boxes.push({ element, box: element.getBoundingClientRect() });

  for (const [at, one] of boxes.entries()) {
    for (const other of boxes.slice(at + 1)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      // Letters have room above and below them that a neighbouring line may use.
      if (across > 2 && down > 0.35 * Math.min(one.box.height, other.box.height))
        found.push(`over each other: ${nameOf(one.element)} and ${nameOf(other.element)}`);
    }
  }
  return found;
};

/**
 * Runs in the page: what the bar at the top, or anything else that stays in its place, hides entirely when it gets the focus
 * (WCAG 2.4.11).
 */
export const findHiddenStops = (): string[] => {
  const found: string[] = [];
  const before = document.activeElement;
  const root = document.querySelector('dialog[open]') ?? document.body;
  const stops = root.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]',
  );
  for (const stop of stops) {
    if (!stop.checkVisibility({ visibilityProperty: true })) continue;
    // What has the focus already would not be scrolled to.
    stop.blur();
    stop.focus();
    if (document.activeElement !== stop) continue;
    const box = stop.getBoundingClientRect();
    const seen = [0.1, 0.5, 0.9].some((x) =>
      [0.1, 0.5, 0.9].some((y) => {
        const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
        return top !== null && (stop.contains(top) || top.contains(stop));
      }),
    );
    if (!seen)
      found.push(
        `hidden with the focus on it: <${stop.tagName} ${stop.id}> ${stop.textContent?.slice(0, 40)}`,
      );
  }
  (before as HTMLElement | null)?.focus();
  scrollTo(0, 0);
  return found;
};
