# What names a patient in a short text, such as a name, a tag or a description. The kinds are those of
# docs/detection.md that the form or a label tells apart with medium confidence.
package hipaactl.lib.phi_text

kinds(text) := {kind | worth_reading(text); some kind in ["a Social Security number", "the number of a medical record", "a date of birth"]; holds(kind, words(text))}

# worth_reading leaves out nearly all texts, or lists of them put together, with one look at each: it has a label
# or the form of a number.
worth_reading(text) if regex.match(`(?i)\d{3}-\d{2}-\d{4}|ssn|social[ _]security|mrn|medical|dob|birth|born`, text)

# words has blanks where names have underscores, so that what stands between them is a word.
words(text) := replace(text, "_", " ")

holds("a Social Security number", text) if {
	some number in regex.find_n(`\b\d{3}-\d{2}-\d{4}\b`, text, -1)
	issued(replace(number, "-", ""))
}

holds("a Social Security number", text) if {
	some found in regex.find_all_string_submatch_n(`(?i)\b(?:ssn|social security(?: (?:number|no))?)\b[^A-Za-z0-9]{0,3}(\d{9}|\d{3} \d{2} \d{4})\b`, text, -1)
	issued(replace(found[1], " ", ""))
}

holds("the number of a medical record", text) if {
	regex.match(`(?i)\b(?:mrn|medical[ -]?record(?:[ -]?(?:number|num|no|id))?)\b[^A-Za-z0-9]{0,3}\d{5,}\b`, text)
}

holds("a date of birth", text) if {
	day := `(?:0?[1-9]|[12]\d|3[01])`
	month := `(?:0?[1-9]|1[0-2])`
	year := `(?:19|20)\d\d`
	forms := [
		concat(`[-/.]`, [year, month, day]), concat(`[-/.]`, [month, day, `(?:19|20)?\d\d`]), concat(`[-/.]`, [day, month, `(?:19|20)?\d\d`]),
		sprintf(`%s(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`, [year]),
	]
	dates := sprintf("(?:%s)", [concat("|", forms)])
	regex.match(sprintf(`(?i)\b(?:dob|birth[ -]?dat[ea]|date[ -]of[ -]birth|born(?: on)?)\b[^A-Za-z0-9]{0,3}%s\b`, [dates]), text)
}

# issued leaves out numbers that nobody has, and those that are published or count.
# https://www.ssa.gov/employer/randomization.html
issued(number) if {
	not regex.match(`^(?:000|666|9)|^...00|0000$`, number)
	not regex.match(`^(?:1+|2+|3+|4+|5+|7+|8+)$`, number)
	not number in {"123456789", "078051120", "219099999", "457555462", "111223333"}
}
