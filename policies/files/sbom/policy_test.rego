package hipaactl.files.sbom_test

import data.hipaactl.files.sbom

repository(steps, holds) := {"holds": holds, "_": {"jobs": [{"pipeline": "p", "steps": [object.union({"tool": "t", "gates": [], "may": [], "triggers": ["tag"]}, s) | some s in steps]}]}}

test_made if count(sbom.deny) == 0 with input as repository([{"gates": ["release", "sbom"]}], []) with data.params as {"tools": []}

test_missing if count(sbom.deny) == 1 with input as repository([{"gates": ["release"]}], []) with data.params as {"tools": []}

test_file if count(sbom.deny) == 0 with input as repository([{"gates": ["release"]}], ["sbom"]) with data.params as {"tools": []}

test_perhaps if {
	count(sbom.unknown) == 1 with input as repository([{"gates": ["release"], "may": ["sbom"]}], []) with data.params as {"tools": []}
	count(sbom.unknown) == 1 with input as repository([{"gates": ["release"]}, {"gates": ["sbom"], "maybe": "an if"}], []) with data.params as {"tools": []}
}

test_no_release if count(sbom.not_applicable) == 1 with input as repository([{}], []) with data.params as {"tools": []}

test_own_tool if count(sbom.deny) == 0 with input as repository([{"gates": ["release"]}, {"tool": "acme"}], []) with data.params as {"tools": ["sbom=acme"]}
