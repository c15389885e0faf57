/** What is needed of a node of a document tree. */
interface TreeNode {
  readonly nodeType: number;
  readonly firstElementChild?: unknown;
  readonly firstChild: unknown;
  readonly nextSibling: unknown;
  readonly parentNode: unknown;
}

/**
 * Beyond these, readers of document trees overflow the stack or take minutes: they look at all that is above an element for
 * every element. Stories of the web have depths of 10 to 40. `steps` are the depths of all elements together; `nodes` counts
 * texts, too, of which every character reference is one.
 */
const LIMITS = { depth: 300, elements: 100_000, nodes: 400_000, steps: 2_000_000 } as const;

const ELEMENT = 1;

/**
 * True where a tree is one that its readers can read in good time. It is the tree that counts: what one parser takes for text
 * or for siblings (`<plaintext>`, a form in a form) another one nests. Linear in what it looks at.
 */
export function treeFits(root: unknown): boolean {
  let [depth, elements, nodes, steps] = [0, 0, 0, 0];
  // The first node of a document is its doctype, which linkedom gives no siblings.
  let node = ((root as TreeNode).firstElementChild ?? root) as TreeNode | null;
  while (node !== null) {
    nodes++;
    if (node.nodeType === ELEMENT) {
      elements++;
      steps += depth;
    }
    if (depth > LIMITS.depth || elements > LIMITS.elements || nodes > LIMITS.nodes || steps > LIMITS.steps) return false;
    const child = node.firstChild as TreeNode | null;
    if (child) {
      depth++;
      node = child;
      continue;
    }
    while (node !== null && node !== root && !node.nextSibling) {
      depth--;
      node = node.parentNode as TreeNode | null;
    }
    node = node === null || node === root ? null : (node.nextSibling as TreeNode);
  }
  return true;
}
