package hipaactl.files.pinned_test

import data.hipaactl.files.pinned

denied(pin, kind) := {d.assertion | some d in pinned.deny with input as {"kind": kind, "pin": pin}}

test_moving if {
	some pin in ["branch", "latest", "none"]
	denied(pin, "action") == {"branch"}
}

test_tag if denied("tag", "image") == {"tag"}

test_fixed if {
	every pin in ["commit", "digest", "version"] {
		denied(pin, "module") == set()
	}
}

test_name if {
	denied("name", "action") == {"tag"}
	count(pinned.unknown) == 1 with input as {"kind": "action", "pin": "name"}
}

test_script if denied("none", "script") == {"branch"}

test_version if denied("version", "image") == {"branch"}
