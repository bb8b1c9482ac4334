# METADATA
# title: Container images are scanned, and the newest has no critical findings
# description: >-
#   An image brings in other people's software. Scanning finds what of it has known flaws. Of an account the scan of each
#   repository's newest image is judged as well.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html
#   - https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-filters.html
#   - https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeImageScanFindings.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_registry_scanning_configuration
# custom:
#   id: HIPAA-ECR-001
#   severity: high
#   citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(5)(ii)(B)", "164.308(a)(1)(ii)(A)"]
#   nprm: ["164.312(h)(2)(i)"]
#   resources: {aws_ecr_repository: {name: string, image_scanning_configuration: [{scan_on_push: bool}]}}
#   related:
#     registry:
#       type: aws_ecr_registry_scanning_configuration
#       on: region
#       attributes: {scan_type: string, rule: [{scan_frequency: string, repository_filter: [{filter: string}]}]}
#     newest:
#       type: aws_ecr_newest_image
#       on: repository_arn = arn
#       attributes: {scan_status: string, critical_findings: number}
#   assertions:
#     scanned: {title: The repository's images are scanned, reads: [name, image_scanning_configuration, _.registry]}
#     findings: {title: The newest image has no critical findings, reads: [_.newest]}
#   remediation: Set scan_type = "ENHANCED" in aws_ecr_registry_scanning_configuration, with a rule whose filter is *, and rebuild images with what it finds.
package hipaactl.aws.ecr.image_scanning

scanned if {
	some registry in input._.registry
	some rule in registry.rule
	rule.scan_frequency in {"SCAN_ON_PUSH", "CONTINUOUS_SCAN"}
	some filter in rule.repository_filter
	matches(filter.filter, input.name)
}

# The repository's own setting is one of basic scanning.
scanned if {
	some config in input.image_scanning_configuration
	config.scan_on_push
	every registry in input._.registry {
		object.get(registry, "scan_type", "") != "ENHANCED"
	}
}

# A filter with * stands for whole names, one without for names that contain it.
matches(filter, name) if regex.match(sprintf("^%s$", [pattern(filter)]), name)

matches(filter, name) if {
	not contains(filter, "*")
	contains(name, filter)
}

pattern(filter) := replace(replace(filter, ".", `\.`), "*", ".*")

deny contains {
	"assertion": "scanned",
	"paths": ["name", "image_scanning_configuration", "_.registry[*].scan_type", "_.registry[*].rule"],
	"message": "neither the repository nor the registry has its images scanned",
} if {
	not scanned
}

live if input._.source == "live"

# A scan is over (COMPLETE) or goes on for good (ACTIVE).
settled := {"COMPLETE", "ACTIVE"}

at(i) := [sprintf("_.newest[%d].%s", [i, name]) | some name in ["scan_status", "critical_findings"]]

deny contains {"assertion": "findings", "paths": at(i), "message": "the newest image has critical findings"} if {
	live
	some i, image in input._.newest
	image.scan_status in settled
	image.critical_findings > 0
}

unknown contains {"assertion": "findings", "paths": at(i), "message": "what a scan of the newest image finds"} if {
	live
	some i, image in input._.newest
	not object.get(image, "scan_status", "") in settled
}

not_applicable contains {"assertion": "findings", "paths": ["_.newest"], "message": "there is no image in the repository"} if {
	live
	count(input._.newest) == 0
}

not_applicable contains {"assertion": "findings", "paths": ["_.source"], "message": "only an account shows what scans found"} if not live
