package hipaactl.lib.phi_stores_test

import data.hipaactl.lib.phi_stores

test_marked if {
	phi_stores.marked == {"rds": {"_.stored_rows[1]._.phi", "_.stored_clusters[0]._.phi"}} with input as {"_": {
		"stored_rows": [{"_": {"phi": "no"}}, {"_": {"phi": "yes"}}],
		"stored_clusters": [{"_": {"phi": "yes"}}],
		"stored_files": [{"_": {"phi": "unmarked"}}],
		"stored_objects": [],
	}}
	phi_stores.marked == {} with input as {"_": {}}
}

test_searched if "_.stored_items[*]._.phi" in phi_stores.searched
