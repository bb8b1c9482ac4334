# How often a schedule of AWS runs: rate(30 days), cron(0 8 1 * ? *).
# https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html
package hipaactl.lib.schedule

per_day := {"minute": 1440, "hour": 24, "day": 1}

months := {"JAN": 1, "FEB": 2, "MAR": 3, "APR": 4, "MAY": 5, "JUN": 6, "JUL": 7, "AUG": 8, "SEP": 9, "OCT": 10, "NOV": 11, "DEC": 12}

weekdays := {"SUN": 1, "MON": 2, "TUE": 3, "WED": 4, "THU": 5, "FRI": 6, "SAT": 7}

# days is the longest time between two runs, where the expression tells it. A
# month counts as 30 days, so that "every month" keeps "every 30 days".
days(expression) := to_number(match[1]) / per_day[match[2]] if {
	some match in regex.find_all_string_submatch_n(`^rate\((\d+) (minute|hour|day)s?\)$`, expression, 1)
}

days(expression) := within_month(match[1], match[3]) if {
	some match in cron(expression)
	widest(match[2], [1, 12], months) == 1
}

days(expression) := 30 * skipped if {
	some match in cron(expression)
	skipped := widest(match[2], [1, 12], months)
	skipped > 1
}

# cron takes an expression for every year apart: its days of the month, months and days of the week.
cron(expression) := regex.find_all_string_submatch_n(`^cron\(\S+ \S+ (\S+) (\S+) (\S+) \*\)$`, expression, 1)

unset := {"*", "?"}

within_month(day, weekday) := 1 if {
	day in unset
	weekday in unset
}

within_month(day, weekday) := widest(day, [1, 30], {}) if {
	not day in unset
	weekday in unset
}

within_month(day, weekday) := widest(weekday, [1, 7], weekdays) if {
	day in unset
	not weekday in unset
}

# The last or nearest weekday (L, 15W) and the nth one (SUN#1) come once a month.
within_month(day, weekday) := 30 if regex.match(`^(L|LW|\d+W) [*?]$|^[*?] \w+(#\d|L)$`, sprintf("%s %s", [day, weekday]))

# widest is the longest way from one value of a field to the next, around the
# end of the cycle: "1,4,7,10" of 12 months is 3.
widest(field, ends, names) := max(gaps) if {
	parts := split(field, ",")
	every part in parts {
		count(span(part, ends, names)) > 0
	}
	values := sort({n | some part in parts; some n in span(part, ends, names)})
	around := array.concat(values, [(values[0] + (ends[1] - ends[0])) + 1])
	gaps := [gap |
		some i, n in values
		gap := around[i + 1] - n
	]
}

span(part, ends, _) := numbers.range(ends[0], ends[1]) if part == "*"

span(part, _, names) := [number(part, names)]

span(part, _, names) := numbers.range(first, last) if {
	some match in regex.find_all_string_submatch_n(`^(\w+)-(\w+)$`, part, 1)
	first := number(match[1], names)
	last := number(match[2], names)
	first <= last
}

span(part, ends, names) := numbers.range_step(first, ends[1], to_number(match[2])) if {
	some match in regex.find_all_string_submatch_n(`^(\*|\w*)/([1-9]\d*)$`, part, 1)
	first := start(match[1], ends, names)
	first <= ends[1]
}

start(text, ends, _) := ends[0] if text in {"", "*"}

start(text, _, names) := number(text, names)

number(text, _) := to_number(text) if regex.match(`^\d+$`, text)

number(text, names) := names[text]
