# METADATA
# description: Which matches in files a rule asks for.
package hipaactl.lib.matches

# asked tells whether a match's kind is one of those asked for, which may be globs.
asked(match, kinds) if {
	some kind in kinds
	glob.match(kind, [], match.kind)
}

# found are the places in what was examined that say that matches of a class and of
# one of the levels of confidence stand in it.
found(tree, class, levels) := {path |
	some i, match in tree.matches
	match.class == class
	match.confidence in levels
	some path in [sprintf("matches[%d].class", [i]), sprintf("matches[%d].confidence", [i])]
}
