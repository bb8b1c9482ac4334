# Which events a metric filter matches whose pattern is for JSON: { ($.eventName = "StopLogging") || ... }.
# https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html
#
# A pattern is tried on events, so that it does not matter how it is written. Rego knows no
# recursion: comparisons become T or F, and brackets are then reduced from the inside.
package hipaactl.lib.filter_pattern

selector := `\$(?:\.[\w-]+|\[\s*(?:\d+|"[^"]*"|'[^']*')\s*\])+`

comparison := concat("", [
	`(`, selector, `)\s*(?:(!=|<>|=)\s*("(?:[^"\\]|\\.)*"|%[^%]*%|[^\s()&|"%{}]+)`,
	`|((?i:NOT\s+EXISTS|EXISTS|IS\s+NULL|IS\s+TRUE|IS\s+FALSE)))`,
])

token := concat("|", [`\(`, `\)`, `&&`, `\|\|`, comparison])

# tokens are a pattern's parts in order, where it consists of nothing else.
tokens(pattern) := parts if {
	some match in regex.find_all_string_submatch_n(`^\s*\{(.*)\}\s*$`, replace(replace(pattern, "\n", " "), "\r", " "), 1)
	parts := regex.find_n(token, match[1], -1)
	bare(concat("", parts)) == bare(match[1])
}

bare(text) := regex.replace(text, `\s+`, "")

# readable holds for a pattern of which it can be told what it matches.
readable(pattern) if count(tokens(pattern)) > 0

# parsed is such a pattern, for trying it on many events.
parsed(pattern) := [part | some text in tokens(pattern); some part in parts(text)]

parts(text) := [{"is": sign}] if {
	sign := {"(": "(", ")": ")", "&&": "&", "||": "|"}[text]
} else := [part |
	some match in regex.find_all_string_submatch_n(concat("", ["^", comparison, "$"]), text, 1)
	field := {"path": regex.find_n(`[\w-]+`, match[1], -1)}
	part := object.union(field, condition(match[2], match[3], upper(regex.replace(match[4], `\s+`, " "))))
]

condition("", _, word) := {"word": word}

# A value is plain, in quotation marks, with wildcards, or between percent signs as an expression.
condition(operator, written, _) := {"not": operator != "=", "text": unquoted(written)} if {
	operator != ""
	not startswith(written, "%")
	not contains(written, "*")
}

condition(operator, written, _) := {"not": operator != "=", "like": wildcards(unquoted(written))} if {
	operator != ""
	not startswith(written, "%")
	contains(written, "*")
}

condition(operator, written, _) := {"not": operator != "=", "like": trim(written, "%")} if {
	operator != ""
	startswith(written, "%")
}

unquoted(written) := replace(trim_suffix(trim_prefix(written, `"`), `"`), `\"`, `"`)

# matches holds where an event of CloudTrail meets a parsed pattern. Without anything that is
# true there is nothing to reduce, as nothing negates.
matches(pattern, event) if {
	logic := concat("", [truth(part, event) | some part in pattern])
	contains(logic, "T")
	answer := reduced(logic)
	regex.match(`^[TF](\|[TF])*$`, answer)
	contains(answer, "T")
}

truth(part, _) := part.is

truth(part, event) := {true: "T", false: "F"}[holds(part, object.get(event, part.path, "\u0000"))]

# holds tells whether a comparison is met. A field that is not there is not unequal to anything.
default holds(_, _) := false

holds(part, value) if {
	value != "\u0000"
	same(part, sprintf("%v", [value])) != part.not
}

holds({"path": _, "word": "EXISTS"}, value) if value != "\u0000"

holds({"path": _, "word": "NOT EXISTS"}, "\u0000")

holds(part, value) if value == {"IS NULL": null, "IS TRUE": true, "IS FALSE": false}[part.word]

same(part, text) := part.text == text

same(part, text) := regex.match(part.like, text) if regex.is_valid(part.like)

# wildcards is the expression for a text in which * stands for anything.
wildcards(text) := sprintf(`^%s$`, [replace(regex.replace(text, `([.+?^$()\[\]{}|\\])`, `\$1`), "*", `.*`)])

# reduced takes brackets away, ten of them within each other.
reduced(logic) := ands(inner(inner(inner(inner(inner(inner(inner(inner(inner(inner(logic)))))))))))

# inner replaces the innermost brackets by what they come to. && binds more closely than ||.
inner(logic) := regex.replace(regex.replace(ands(logic), `\(F(\|F)*\)`, "F"), `\((F\|)*T(\|[TF])*\)`, "T")

ands(logic) := regex.replace(regex.replace(logic, `(T&)*F(&[TF])*`, "F"), `T(&T)+`, "T")
