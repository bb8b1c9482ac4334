package hipaactl.files.phi_test

import data.hipaactl.files.phi

params := {"confidence": ["medium", "high"], "kinds": ["*"]}

of(match) := object.union(match, {"_": {"type": "hipaactl_phi"}})

test_sure if {
	count(phi.deny) == 1 with input as of({"kind": "k", "confidence": "high"}) with data.params as params
}

test_guess if {
	count(phi.deny) == 0 with input as of({"kind": "k", "confidence": "low"}) with data.params as params
	count(phi.deny) == 1 with input as of({"kind": "k", "confidence": "low"}) with data.params as {"confidence": ["low", "medium", "high"], "kinds": ["*"]}
}

test_kinds if {
	only := {"confidence": ["low", "medium", "high"], "kinds": ["other*"]}
	count(phi.deny) == 0 with input as of({"kind": "k", "confidence": "high"}) with data.params as only
	count(phi.not_applicable) == 1 with input as of({"kind": "k", "confidence": "high"}) with data.params as only
}

test_tree if {
	tree := {"files": 3, "unread": 0, "matches": [], "_": {"type": "hipaactl_tree"}}
	count(phi.not_applicable) == 0 with input as tree with data.params as params
	count(phi.unknown) == 0 with input as tree with data.params as params
	count(phi.unknown) == 1 with input as object.union(tree, {"unread": 1}) with data.params as params
	count(phi.not_applicable) == 1 with input as object.union(tree, {"files": 0}) with data.params as params
	found := {"matches": [{"class": "phi", "confidence": "high"}]}
	count(phi.not_applicable) == 1 with input as object.union(tree, found) with data.params as params
}
