package {{.Package}}_test

import data.{{.Package}} as rule

test_named if {
	count(rule.deny) == 0 with input as {"tags_all": {"Owner": "records"}}
}

test_empty if {
	count(rule.deny) == 1 with input as {"tags_all": {"Owner": ""}}
}

test_no_tags if {
	count(rule.deny) == 1 with input as {}
}
