package hipaactl.lib.warehouse_test

import data.hipaactl.lib.warehouse

group(parameters) := {"_": {"group": [{"family": "redshift-1.0", "parameter": parameters}]}}

test_on if {
	warehouse.on("require_ssl") with input as group([{"name": "require_ssl", "value": "TRUE"}])
	not warehouse.on("require_ssl") with input as group([{"name": "require_ssl", "value": "false"}])
	not warehouse.on("require_ssl") with input as group([{"name": "search_path", "value": "true"}])
}

test_off if {
	warehouse.off("require_ssl") == {["_.group[0].parameter[0].name", "_.group[0].parameter[0].value"]} with input as group([{"name": "require_ssl", "value": "false"}])
	warehouse.off("require_ssl") == set() with input as group([{"name": "require_ssl", "value": "true"}])
}

test_silent if {
	warehouse.silent("require_ssl") == {0} with input as group([{"name": "search_path", "value": "x"}])
	warehouse.silent("require_ssl") == set() with input as group([{"name": "Require_SSL", "value": "false"}])
}
