# Which events a rule of EventBridge matches.
# https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
package hipaactl.lib.event_pattern

# fields are what a pattern asks for: the path and the values of which one has to be there.
# The object of an operator stands in an array and is none of them.
fields(pattern) := [{"path": path, "values": values} |
	walk(json.unmarshal(pattern), [path, values])
	is_array(values)
	every step in path { is_string(step) }
]

# readable holds for a pattern of which it can be told what it matches.
readable(pattern) if {
	json.is_valid(pattern)
	is_object(json.unmarshal(pattern))
	count(fields(pattern)) > 0
	every field in fields(pattern) {
		not "$or" in field.path
		every value in field.values { known(value) }
	}
}

known(value) if not is_object(value)

known(value) if {
	is_object(value)
	count(object.keys(value) - {"prefix", "suffix", "wildcard", "equals-ignore-case", "anything-but", "numeric", "exists"}) == 0
}

# matches holds where an event meets the pattern.
matches(pattern, event) if {
	readable(pattern)
	every field in fields(pattern) {
		some value in field.values
		meets(object.get(event, field.path, "\u0000"), value)
	}
}

meets(seen, value) if {
	not is_object(value)
	seen == value
}

meets(seen, value) if {
	seen != "\u0000"
	value.exists == true
}

meets("\u0000", value) if value.exists == false

meets(seen, value) if like(seen, value)

meets(seen, value) if {
	seen != "\u0000"
	excluded := flat(value["anything-but"])
	not seen in excluded
	every one in excluded { not like(seen, one) }
}

meets(seen, value) if {
	is_number(seen)
	bounds := value.numeric
	count(bounds) > 0
	every i, operator in bounds { within(seen, i, operator, bounds) }
}

# like holds for the operators on the text of a value.
like(seen, value) if {
	is_string(seen)
	is_string(value.prefix)
	startswith(seen, value.prefix)
}

like(seen, value) if {
	is_string(seen)
	is_string(value.suffix)
	endswith(seen, value.suffix)
}

like(seen, value) if {
	is_string(seen)
	lower(seen) == lower(value["equals-ignore-case"])
}

like(seen, value) if {
	is_string(seen)
	text := regex.replace(value.wildcard, `([.+?^$()\[\]{}|\\])`, `\$1`)
	regex.match(sprintf("^%s$", [replace(text, "*", ".*")]), seen)
}

# flat are the members of anything-but: one, a list of them, or an operator with one or several.
flat(value) := value if is_array(value)

flat(value) := [value] if {
	not is_array(value)
	not is_object(value)
}

flat(value) := [{name: one} | some name, of in value; some one in flat_one(of)] if is_object(value)

flat_one(of) := of if is_array(of)

flat_one(of) := [of] if not is_array(of)

# within takes operators and numbers in turn: [">=", 7, "<", 9].
within(_, i, _, _) if i % 2 == 1

within(seen, i, operator, bounds) if {
	i % 2 == 0
	compare(seen, operator, bounds[i + 1])
}

compare(a, ">", b) if a > b

compare(a, ">=", b) if a >= b

compare(a, "<", b) if a < b

compare(a, "<=", b) if a <= b

compare(a, "=", b) if a == b
