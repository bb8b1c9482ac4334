package hipaactl.aws.tags.classification_test

import data.hipaactl.aws.tags.classification as policy

params := {"words": ["phi", "patient", "patients", "claims"]}

denied := {d.assertion | some d in policy.deny}

not_judged := {n.assertion | some n in policy.not_applicable}

bucket(name, tags) := {"_": {"phi": "unmarked"}, "bucket": name, "tags_all": tags}

test_classified if {
	every tags in [
		{"HIPAA": "true"}, {"hipaa": "False"}, {"DataClass": "PHI"}, {"data-class": "Internal"},
		{"data_classification": "restricted"}, {"HIPAA": "true", "DataClass": "Credentials"},
	] {
		denied == set() with input as bucket("assets", tags) with data.params as params
	}
}

test_not_classified if {
	every tags in [{}, {"Owner": "web"}, {"HIPAA": "maybe"}, {"DataClass": " "}] {
		denied == {"classified"} with input as bucket("assets", tags) with data.params as params
	}
	denied == {"classified"} with input as {"_": {"phi": "unmarked"}} with data.params as params
}

test_suggestive_names if {
	every name in ["patient-records", "acme.claims", "PatientPortal", "x-phi"] {
		denied == {"classified", "suggested"} with input as bucket(name, {}) with data.params as params
		denied == {"suggested"} with input as bucket(name, {"DataClass": "Internal"}) with data.params as params
	}
}

test_other_names if {
	every name in ["impatient", "philadelphia", "non-phi-assets", "logs-without-claims"] {
		denied == {"classified"} with input as bucket(name, {}) with data.params as params
	}
}

test_suggestive_tags if {
	every tags in [{"Contains": "patient data"}, {"phi": "yes"}] {
		denied == {"classified", "suggested"} with input as bucket("assets", tags) with data.params as params
	}
	denied == {"classified"} with input as bucket("assets", {"phi": "no"}) with data.params as params
}

test_marked_without_a_tag if {
	marked := {"_": {"phi": "yes"}, "tags_all": {"DataClass": "Internal"}}
	denied == {"suggested"} with input as marked with data.params as params
}

messages := {d.message | some d in policy.deny; d.assertion == "suggested"}

test_it_says_what_suggests_it if {
	carried := {"_": {"phi": "yes"}, "bucket": "assets", "tags_all": {"Owner": "web"}}
	messages == {"it is marked as holding PHI, and no tag says whether it holds any"} with input as carried with data.params as params
	named := "its name or a tag suggests PHI, and no tag says whether it holds any"
	messages == {named} with input as object.union(carried, {"bucket": "patients"}) with data.params as params
	messages == {named} with input as bucket("patients", {}) with data.params as params
}

test_said if {
	every tags in [{"HIPAA": "true"}, {"HIPAA": "false"}, {"DataClass": "ePHI"}, {"DataClass": "public"}] {
		denied == set() with input as bucket("patients", tags) with data.params as params
		not_judged == {"suggested"} with input as bucket("patients", tags) with data.params as params
	}
}

test_contradictions if {
	every tags in [
		{"HIPAA": "false", "DataClass": "PHI"}, {"HIPAA": "true", "DataClass": "Public"},
		{"HIPAA": "true", "hipaa": "false"}, {"DataClass": "Internal", "data-classification": "Restricted"},
	] {
		denied == {"consistent"} with input as bucket("assets", tags) with data.params as params
	}
	denied == set() with input as bucket("assets", {"DataClass": "PHI", "data-class": "phi"}) with data.params as params
}

test_paths if {
	paths := {p | some d in policy.deny; some p in d.paths} with input as bucket("patients", {}) with data.params as params
	paths == {"tags_all", "bucket"}
	tagged := {p | some d in policy.deny; some p in d.paths} with input as bucket("a", {"x:patients": "y"}) with data.params as params
	tagged == {"tags_all", `tags_all["x:patients"]`}
}
