package hipaactl.lib.age_test

import data.hipaactl.lib.age

hours(text) := h if h := age.hours(text) with data.now as "2026-03-01T12:00:00Z"

test_past_and_future if {
	hours("2026-03-01T12:00:00Z") == 0
	hours("2026-03-01T10:30:00Z") == 1.5
	hours("2026-03-02T12:00:00Z") == -24
	hours("2026-03-01T12:00:00+02:00") == 2
	hours("2026-03-01T11:59:59.5Z") > 0
	age.days("2026-01-30T12:00:00Z") == 30 with data.now as "2026-03-01T12:00:00Z"
}

test_leap_days if {
	hours("2024-02-29T00:00:00Z") > 0
	hours("2000-02-29T00:00:00Z") > 0
	not hours("2025-02-29T00:00:00Z")
	not hours("2026-02-30T00:00:00Z")
}

test_no_time if {
	every text in ["", "N/A", "no_information", "2026-03-01", "2026-03-01 12:00:00", "2026-13-01T00:00:00Z", "2026-04-31T00:00:00Z", "2026-03-00T00:00:00Z", "2026-03-01T24:00:00Z", "2026-03-01T12:00:00", "0001-01-01T00:00:00Z", "9999-01-01T00:00:00Z"] {
		not hours(text)
	}
	not hours(null)
	not hours(1772366400)
}

test_first_that_is_set if {
	seen := age.first(["used", "changed", "made"]) with input as {"changed": "2026-02-27T12:00:00Z", "made": "2020-01-01T00:00:00Z"}
		with data.now as "2026-03-01T12:00:00Z"
	seen == {"days": 2, "paths": ["used", "changed"]}
}

test_first_of_nothing if {
	not age.first(["used", "changed"]) with input as {} with data.now as "2026-03-01T12:00:00Z"
	not age.first(["used", "changed"]) with input as {"used": "once", "changed": "2026-02-27T12:00:00Z"} with data.now as "2026-03-01T12:00:00Z"
}
