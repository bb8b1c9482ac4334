# METADATA
# description: What was found in a text that a source examined, as far as a rule asks for it.
package hipaactl.lib.contents

import data.hipaactl.lib.matches

# told are the places in a list of what was found that are of one of the classes, and of
# the confidence and the kinds that the rule asks for.
told(list, classes) := {i |
	some i, match in list
	match.class in classes
	match.confidence in data.params.confidence
	matches.asked(match, data.params.kinds)
}

names := {"credential": "a credential", "phi": "what names a patient"}

# said says in a message what was found at such places.
said(list, places) := concat(" and ", sort({text |
	some i in places
	match := list[i]
	text := sprintf("%s (%s, %s confidence)", [names[match.class], match.kind, match.confidence])
}))

# at are their paths below that of the list.
at(path, places) := [sprintf("%s[%d]", [path, i]) | some i in places]
