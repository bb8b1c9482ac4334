# How long ago something was, by times as AWS gives them (RFC 3339).
package hipaactl.lib.age

# hours is how long before the observation a time was, negative where it is still to
# come. It is undefined for what is no time.
hours(text) := (time.parse_rfc3339_ns(data.now) - time.parse_rfc3339_ns(text)) / 3600000000000 if {
	is_string(text)
	regex.match(instant, text)
	exists(text)
}

days(text) := hours(text) / 24

# first is what attributes show of which the next counts where one is not set: how many days
# ago it was, and the attributes that say so, those that are not set included.
first(attributes) := {"days": days(input[attributes[place]]), "paths": array.slice(attributes, 0, place + 1)} if {
	place := min([i | some i, attribute in attributes; input[attribute]])
}

# instant leaves out the years that do not fit into nanoseconds since 1970.
instant := `^(19[7-9]|20\d)\d-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$`

# exists holds for days that the calendar has.
exists(text) if regex.match(`^\d{4}-(0[13578]|1[02])-(0[1-9]|[12]\d|3[01])T`, text)

exists(text) if regex.match(`^\d{4}-(0[469]|11)-(0[1-9]|[12]\d|30)T`, text)

exists(text) if regex.match(`^\d{4}-02-(0[1-9]|1\d|2[0-8])T`, text)

exists(text) if regex.match(`^\d\d([02468][048]|[13579][26])-02-29T`, text)
