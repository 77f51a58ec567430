/** The page's address, for the one element that may have it: what stands after # is its state, and back and forward move it. */

/** The element whose state stands there. @type {HTMLElement | null} */
let holder = null;

/** What stands after # and belongs to the element; null if the address is not its. @param {HTMLElement} element */
export function readAddress(element) {
  if (!element.hasAttribute('address') || (holder?.isConnected && holder !== element)) return null;
  holder = element;
  return location.hash;
}

/** @param {HTMLElement} element @param {string} state @param {boolean} isStep to which back leads back */
export function writeAddress(element, state, isStep) {
  if (holder !== element) return;
  const url = new URL(location.href);
  url.hash = state;
  if (url.href === location.href) return;
  try {
    history[isStep ? 'pushState' : 'replaceState'](null, '', url.href);
  } catch {
    // Some pages may not change their address, and no page may do so without end: then the state is not kept.
  }
}

/** @param {HTMLElement} element @param {(hash: string) => void} onMove */
export function followAddress(element, onMove) {
  const moved = () => holder === element && onMove(location.hash);
  addEventListener('popstate', moved);
  addEventListener('hashchange', moved);
  return () => {
    removeEventListener('popstate', moved);
    removeEventListener('hashchange', moved);
    if (holder === element) holder = null;
  };
}
