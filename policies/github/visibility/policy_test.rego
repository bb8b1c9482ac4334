package hipaactl.github.visibility_test

import data.hipaactl.github.visibility

failing(repository) := found if found := {d.assertion | some d in visibility.deny} with input as repository

test_private if failing({"name": "records", "visibility": "private", "allow_forking": false, "_": {"phi": "yes"}}) == set()

test_public if {
	failing({"name": "records", "visibility": "public", "_": {"phi": "yes"}}) == {"private"}
}

test_forks if failing({"name": "records", "visibility": "private", "allow_forking": true, "_": {"phi": "yes"}}) == {"forking"}

test_others if {
	count(visibility.not_applicable) == 2 with input as {"name": "website", "visibility": "public", "_": {"phi": "no"}}
	failing({"name": "website", "visibility": "public", "_": {"phi": "no"}}) == set()
}
