package hipaactl.lib.backup_selection_test

import data.hipaactl.lib.backup_selection

tags := {"Backup": "daily", "Team": "records"}

database(selections, more) := object.union(
	{"identifier": "orders", "tags_all": tags, "_": {"type": "aws_db_instance", "source": "code", "nearby": selections, "settings": []}},
	more,
)

found(resource) := "covered" if {
	backup_selection.covered with input as resource
} else := "uncovered" if {
	backup_selection.uncovered with input as resource
} else := "unclear" if {
	backup_selection.unclear with input as resource
}

judged(selection) := found(database([selection], {}))

test_no_selection if found(database([], {})) == "uncovered"

test_resources if {
	every pattern, answer in {
		"ref:self.arn": "covered",
		"*": "covered",
		"arn:aws:rds:*": "covered",
		"arn:aws:rds:*:*:db:*": "covered",
		"arn:*:rds:*:*:db:ord*": "covered",
		"arn:aws-us-gov:rds:ref:region.name:ref:account.id:db:orders*": "covered",
		"arn:aws:rds:us-east-1:*:db:*": "unclear",
		"arn:aws:rds:*:111122223333:db:*": "unclear",
		"arn:aws:rds:*:*:db:prod-*": "uncovered",
		"arn:aws:rds:*:*:cluster:*": "uncovered",
		"arn:aws:dynamodb:*:*:table/*": "uncovered",
		"arn:aws:rds:us-east-1:111122223333:db:other": "uncovered",
		"ref:aws_db_instance.arn": "uncovered",
	} {
		judged({"resources": [pattern]}) == answer
	}
}

test_any_of_the_resources if judged({"resources": [null, "arn:aws:rds:*:*:cluster:*", "arn:aws:rds:*:*:db:*"]}) == "covered"

test_names_that_are_not_known if {
	every name in ["ref:aws_vpc.id-db", "prod-ref:random_id.hex"] {
		found(database([{"resources": ["arn:aws:rds:*:*:db:prod-*"]}], {"identifier": name})) == "unclear"
		found(database([{"resources": ["arn:aws:rds:*:*:db:*"]}], {"identifier": name})) == "covered"
		found(database([{"resources": ["arn:aws:rds:*:*:cluster:*"]}], {"identifier": name})) == "uncovered"
	}
}

test_not_resources if {
	judged({"resources": ["*"], "not_resources": ["arn:aws:rds:*:*:cluster:*"]}) == "covered"
	judged({"resources": ["*"], "not_resources": ["ref:self.arn"]}) == "uncovered"
	judged({"resources": ["*"], "not_resources": ["arn:aws:rds:*:*:db:ord*"]}) == "uncovered"
	judged({"resources": ["*"], "not_resources": ["arn:aws:rds:us-east-1:*:db:*"]}) == "unclear"
	judged({"not_resources": ["arn:aws:rds:*:*:cluster:*"]}) == "covered"
}

tag(key, value) := {"key": key, "value": value}

test_selection_tags if {
	judged({"selection_tag": [tag("Backup", "daily")]}) == "covered"
	judged({"selection_tag": [tag("aws:ResourceTag/Backup", "daily")]}) == "covered"
	judged({"selection_tag": [tag("Backup", "weekly"), tag("Team", "records")]}) == "covered"
	judged({"selection_tag": [tag("Backup", "weekly")]}) == "uncovered"
	judged({"selection_tag": [tag("Other", "daily")]}) == "uncovered"
	judged({"selection_tag": [tag("Backup", "daily")], "not_resources": ["ref:self.arn"]}) == "uncovered"
}

test_tags_and_resources if {
	judged({"selection_tag": [tag("Backup", "daily")], "resources": ["ref:self.arn"]}) == "covered"
	judged({"selection_tag": [tag("Backup", "daily")], "resources": ["arn:aws:rds:*:*:cluster:*"]}) == "unclear"
	judged({"selection_tag": [tag("Backup", "weekly")], "resources": ["ref:self.arn"]}) == "unclear"
	judged({"selection_tag": [tag("Backup", "weekly")], "resources": ["ref:aws_db_instance.arn"]}) == "uncovered"
}

test_conditions if {
	every operator, answers in {
		"string_equals": {"daily": "covered", "dai*": "uncovered"},
		"string_like": {"dai*": "covered", "*ly": "covered", "d.ily": "uncovered", "week*": "uncovered"},
		"string_not_equals": {"never": "covered", "daily": "uncovered"},
		"string_not_like": {"n*": "covered", "d*": "uncovered"},
	} {
		every value, answer in answers {
			judged({"resources": ["*"], "condition": [{operator: [tag("aws:ResourceTag/Backup", value)]}]}) == answer
		}
	}
}

test_all_conditions if {
	narrow := {"string_equals": [tag("aws:ResourceTag/Backup", "daily"), tag("aws:ResourceTag/Team", "other")]}
	judged({"resources": ["*"], "condition": [narrow]}) == "uncovered"
	both := {"string_equals": [tag("aws:ResourceTag/Backup", "daily")], "string_like": [tag("aws:ResourceTag/Team", "r*")]}
	judged({"condition": [both]}) == "covered"
}

test_conditions_on_tags_that_are_not_there if {
	judged({"condition": [{"string_not_equals": [tag("aws:ResourceTag/Skip", "yes")]}]}) == "unclear"
	judged({"condition": [{"string_not_like": [tag("aws:ResourceTag/Skip", "y*")]}]}) == "unclear"
	judged({"condition": [{"string_like": [tag("aws:ResourceTag/Skip", "*")]}]}) == "uncovered"
}

test_what_is_cut_takes_nothing_in if {
	judged({"selection_tag": [{"key": "Backup"}]}) == "uncovered"
	judged({"condition": [{"string_not_equals": [{"key": "aws:ResourceTag/Backup"}]}]}) == "uncovered"
}

out(names) := {"_": {"settings": [{"resource_type_opt_in_preference": {name: false | some name in names}}]}}

test_opted_out if {
	every selection in [{}, {"resources": ["*"]}, {"resources": ["arn:aws:rds:*"]}, {"selection_tag": [tag("Backup", "daily")]}] {
		judged(selection) == "covered"
		found(database([selection], out({"RDS"}))) == "uncovered"
	}
	found(database([{"resources": ["arn:aws:rds:*:*:db:*"]}], out({"RDS"}))) == "covered"
	found(database([{"resources": ["ref:self.arn"]}], out({"RDS"}))) == "covered"
	found(database([{"resources": ["*"]}], out({"EFS"}))) == "covered"
}

cluster(typ, more) := database([{"resources": ["ref:self.arn"]}], {"_": object.union({"type": typ}, more._)})

test_opted_out_clusters if {
	found(cluster("aws_rds_cluster", out({}))) == "covered"
	found(cluster("aws_rds_cluster", out({"Aurora"}))) == "unclear"
	found(cluster("aws_rds_cluster", out({"Aurora", "RDS"}))) == "uncovered"
	found(cluster("aws_neptune_cluster", out({"Neptune"}))) == "uncovered"
}

test_paths if {
	asks := {"selection_tag": [tag("Backup", "x")], "condition": [{"string_equals": [tag("aws:ResourceTag/Team", "y")]}]}
	backup_selection.asked == {"Backup", "Team"} with input as database([asks], {})
	"tags_all[\"Team\"]" in backup_selection.paths with input as database([asks], {})
}

test_paths_name_what_patterns_ask if {
	not "identifier" in backup_selection.paths with input as database([{"resources": ["ref:self.arn"]}], {})
	"identifier" in backup_selection.paths with input as database([{"resources": ["arn:aws:rds:*:*:db:x*"]}], {})
}
