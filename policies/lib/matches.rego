# METADATA
# description: How sure a match in a file is, and which matches a rule asks for.
package hipaactl.lib.matches

ranks := {"low": 0, "medium": 1, "high": 2}

# sure tells whether a match is at least as sure as the bar.
sure(confidence, bar) if ranks[confidence] >= ranks[bar]

# asked tells whether a match's kind is one of those asked for, which may be globs.
asked(match, kinds) if {
	some kind in kinds
	glob.match(kind, [], match.kind)
}

# found are the places in what was examined that say that matches of a class stand in it.
found(tree, class, bar) := {path |
	some i, match in tree.matches
	match.class == class
	sure(match.confidence, bar)
	some path in [sprintf("matches[%d].class", [i]), sprintf("matches[%d].confidence", [i])]
}
