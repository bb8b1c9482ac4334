package hipaactl.files.licences_test

import data.hipaactl.files.licences

params := {"denied": ["GPL-*", "GNU General Public License*"], "exceptions": ["Classpath-exception-2.0"]}

of(choices) := {"none": false, "choices": [{"licences": c} | some c in choices], "_": {"type": "hipaactl_dependency"}}

denied(choices) if count(licences.deny) == 1 with input as of(choices) with data.params as params

test_single if {
	denied([["GPL-3.0-only"]])
	denied([["gpl-2.0+"]])
	denied([["GNU General Public License v3"]])
	not denied([["MIT"]])
	not denied([["LGPL-2.1-only"]])
}

test_expressions if {
	not denied([["MIT"], ["GPL-3.0-only"]])
	denied([["MIT", "GPL-3.0-only"]])
	denied([["MIT", "GPL-3.0-only"], ["GPL-2.0-only"]])
}

test_exceptions if {
	not denied([["GPL-2.0-only WITH Classpath-exception-2.0"]])
	denied([["GPL-2.0-only WITH Font-exception-2.0"]])
}

test_none if {
	count(licences.deny) == 1 with input as {"none": true, "choices": [], "_": {"type": "hipaactl_dependency"}} with data.params as params
}

test_list if {
	list := {"licences": true, "_": {"type": "hipaactl_dependency_list"}}
	count(licences.unknown) == 0 with input as list with data.params as params
	count(licences.unknown) == 1 with input as object.union(list, {"licences": false}) with data.params as params
}
