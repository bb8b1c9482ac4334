package hipaactl.aws.iam.access_analyzer_test

import data.hipaactl.aws.iam.access_analyzer as findings
import data.hipaactl.aws.iam.access_analyzer_region as region

finding(status, created, lists) := {"status": status, "created_at": created, "_": lists}

denied(found) := paths if {
	paths := {d.paths | some d in findings.deny} with input as found with data.now as "2026-03-10T00:00:00Z" with data.params.maximum_days as 7
}

test_age if {
	denied(finding("ACTIVE", "2026-03-04T00:00:00Z", {})) == set()
	denied(finding("ACTIVE", "2026-03-02T23:00:00Z", {})) == {["status", "created_at"]}
	denied(finding("ARCHIVED", "2025-03-02T23:00:00Z", {})) == set()
}

test_phi_at_once if {
	every name in findings.found {
		denied(finding("ACTIVE", "2026-03-09T00:00:00Z", {name: [{"_": {"phi": "yes"}}]})) == {["status", sprintf("_.%s[0]._.phi", [name])]}
		denied(finding("ACTIVE", "2026-03-09T00:00:00Z", {name: [{"_": {"phi": "unmarked"}}]})) == set()
		denied(finding("RESOLVED", "2026-03-09T00:00:00Z", {name: [{"_": {"phi": "yes"}}]})) == set()
	}
}

test_age_that_nobody_can_read if {
	count(findings.unknown) == 1 with input as finding("ACTIVE", "soon", {}) with data.now as "2026-03-10T00:00:00Z" with data.params.maximum_days as 7
	count(findings.unknown) == 0 with input as finding("ARCHIVED", "soon", {}) with data.now as "2026-03-10T00:00:00Z" with data.params.maximum_days as 7
}

of(source, analyzers, statuses) := {"_": {"source": source, "scope": "region"}, "aws_accessanalyzer_analyzer": analyzers, "aws_accessanalyzer_status": statuses}

unwatched(account) := count(paths) > 0 if {
	paths := {d.paths | some d in region.deny} with input as account with data.params.organization_analyzer as false
}

test_analyzers_of_configuration if {
	unwatched(of("code", [], []))
	unwatched(of("code", [{"type": "ACCOUNT_UNUSED_ACCESS"}], []))
	not unwatched(of("code", [{"type": "ACCOUNT"}], []))
	not unwatched(of("plan", [{"type": "ORGANIZATION"}, {"type": "ACCOUNT_UNUSED_ACCESS"}], []))
}

test_analyzers_of_an_account if {
	unwatched(of("live", [{"type": "ACCOUNT"}], []))
	unwatched(of("live", [{"type": "ACCOUNT"}], [{"type": "ACCOUNT", "status": "DISABLED"}]))
	unwatched(of("live", [{"type": "ACCOUNT"}], [{"type": "ACCOUNT_INTERNAL_ACCESS", "status": "ACTIVE"}]))
	not unwatched(of("live", [{"type": "ACCOUNT"}], [{"type": "ACCOUNT", "status": "ACTIVE"}]))
}

test_an_analyzer_elsewhere if {
	count(region.deny) == 0 with input as of("live", [], []) with data.params.organization_analyzer as true
	count(region.not_applicable) == 1 with input as of("live", [], []) with data.params.organization_analyzer as true
}
