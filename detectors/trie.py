"""The words of forms as a trie, in as little memory as dictionaries need."""

from collections.abc import Hashable
from typing import Any

# In the trie the words of a form lead from node to node; what ends at a node stands there by number, under "" where
# other forms go on. Most nodes are ends, so that this takes half the memory that dictionaries alone would.
Ends = tuple[int, ...]
Node = dict[str, Any] | Ends


def grow(node: dict[str, Any], form: list[str], number: int) -> None:
    """Let the trie end in `number` behind the words of a form."""
    *path, last = form
    for word in path:
        following = node.get(word, {})
        node[word] = node = following if isinstance(following, dict) else {"": following}
    end = node.get(last, ())
    if number in ends_of(end):
        return
    if isinstance(end, dict):
        end[""] = (*ends_of(end), number)
    else:
        node[last] = (*end, number)


def shared(node: Node, known: dict[Hashable, Node]) -> Node:
    """The one node of those that lead on alike: alternatives ("in|during a|the exchange") part and meet again."""
    if not isinstance(node, dict):
        return known.setdefault(node, node)
    for word, following in node.items():
        node[word] = shared(following, known)
    return known.setdefault(frozenset((word, id(following)) for word, following in node.items()), node)


def ends_of(node: Node) -> Ends:
    """The numbers of the meanings that end at a node."""
    ends: Ends = node.get("", ()) if isinstance(node, dict) else node
    return ends
