# METADATA
# title: Failures of functions are kept, their number is bounded and their runtime is patched
# description: >-
#   An event that a function fails on is dropped after two more tries unless something keeps it. A function without a limit of its own
#   can use up the concurrency of the whole Region, and one whose runtime is deprecated gets no more security patches.
# related_resources:
#   - https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
#   - https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
#   - https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
# custom:
#   id: HIPAA-LAM-004
#   severity: low
#   citations: ["164.308(a)(7)(i)", "164.308(a)(1)(ii)(D)", "164.308(a)(1)(ii)(B)"]
#   resources:
#     aws_lambda_function:
#       dead_letter_config: [{target_arn: string}]
#       reserved_concurrent_executions: number
#       package_type: string
#       runtime: string
#   related:
#     asynchronous:
#       type: aws_lambda_function_event_invoke_config
#       on: function_name = arn
#       more: helps
#       attributes: {qualifier: string, destination_config: [{on_failure: [{destination: string}]}]}
#   assertions:
#     kept:
#       # Advice: a function that callers wait for loses nothing, and most are called so.
#       title: An event that the function fails on is kept
#       severity: info
#       reads: [dead_letter_config, "_.asynchronous[*].destination_config", "_.asynchronous[*].qualifier"]
#     bounded: {title: The function has a limit of its own, severity: info, reads: [reserved_concurrent_executions]}
#     supported: {title: The function's runtime is not deprecated, reads: [package_type, runtime]}
#   remediation: >-
#     Add dead_letter_config, or aws_lambda_function_event_invoke_config with a destination on failure, set
#     reserved_concurrent_executions, and move to a current runtime.
package hipaactl.aws.lambda.failures

import data.hipaactl.lib.age

kept if {
	some letters in input.dead_letter_config
	letters.target_arn != ""
}

kept if {
	some settings in input._.asynchronous
	unqualified(settings)
	destined(settings)
}

unqualified(settings) if object.get(settings, "qualifier", "") in {"", "$LATEST"}

destined(settings) if {
	some destinations in settings.destination_config
	some failure in destinations.on_failure
	failure.destination != ""
}

# aliased are settings of a version or an alias: what calls the function without one has no destination.
aliased contains sprintf("_.asynchronous[%d]", [i]) if {
	some i, settings in input._.asynchronous
	not unqualified(settings)
	destined(settings)
}

resting := ["dead_letter_config[*].target_arn", "_.asynchronous[*].destination_config", "_.asynchronous[*].qualifier"]

deny contains {"assertion": "kept", "paths": resting, "message": "an event that the function fails on is dropped: there is no dead-letter queue and no destination on failure"} if {
	not kept
	count(aliased) == 0
}

unknown contains {"assertion": "kept", "paths": [path], "message": "whether everything calls the version or alias that has a destination on failure"} if {
	not kept
	some path in aliased
}

deny contains {"assertion": "bounded", "paths": ["reserved_concurrent_executions"], "message": "the function has no limit of its own, and can use up the Region's concurrency"} if {
	object.get(input, "reserved_concurrent_executions", -1) < 0
}

# deprecated is when each runtime of Lambda is or was deprecated, as AWS listed it in August 2026. Dates to come are projections,
# which AWS moves. dotnet5.0, dotnet7 and dotnet9 are base images of containers alone.
# https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html#runtimes-supported
# https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html#runtimes-deprecated
deprecated := {
	"dotnet10": "2028-11-14",
	"dotnet5.0": "2022-05-10",
	"dotnet6": "2024-12-20",
	"dotnet7": "2024-05-14",
	"dotnet8": "2026-11-10",
	"dotnet9": "2026-11-10",
	"dotnetcore1.0": "2019-06-27",
	"dotnetcore2.0": "2019-05-30",
	"dotnetcore2.1": "2022-01-05",
	"dotnetcore3.1": "2023-04-03",
	"go1.x": "2024-01-08",
	"java11": "2027-06-30",
	"java11.al2023": "2029-06-30",
	"java17": "2027-06-30",
	"java17.al2023": "2029-06-30",
	"java21": "2029-06-30",
	"java25": "2029-06-30",
	"java8": "2024-01-08",
	"java8.al2": "2027-06-30",
	"java8.al2023": "2029-06-30",
	"nodejs": "2016-08-30",
	"nodejs10.x": "2021-07-30",
	"nodejs12.x": "2023-03-31",
	"nodejs14.x": "2023-12-04",
	"nodejs16.x": "2024-06-12",
	"nodejs18.x": "2025-09-01",
	"nodejs20.x": "2026-04-30",
	"nodejs22.x": "2027-04-30",
	"nodejs24.x": "2028-04-30",
	"nodejs4.3": "2020-03-05",
	"nodejs4.3-edge": "2020-03-05",
	"nodejs6.10": "2019-08-12",
	"nodejs8.10": "2020-03-06",
	"provided": "2024-01-08",
	"provided.al2": "2026-07-31",
	"provided.al2023": "2029-06-30",
	"python2.7": "2021-07-15",
	"python3.10": "2026-10-31",
	"python3.11": "2027-06-30",
	"python3.12": "2028-10-31",
	"python3.13": "2029-06-30",
	"python3.14": "2029-06-30",
	"python3.6": "2022-07-18",
	"python3.7": "2023-12-04",
	"python3.8": "2024-10-14",
	"python3.9": "2025-12-15",
	"ruby2.5": "2021-07-30",
	"ruby2.7": "2023-12-07",
	"ruby3.2": "2026-03-31",
	"ruby3.3": "2027-03-31",
	"ruby3.4": "2028-03-31",
	"ruby4.0": "2029-03-31",
}

# since is how many days ago the runtime was deprecated, negative where it is still to come.
since := age.days(sprintf("%sT00:00:00Z", [deprecated[input.runtime]]))

deny contains {"assertion": "supported", "paths": ["runtime", "package_type"], "message": "the runtime is deprecated, and gets no more security patches"} if {
	since > 0
}

unknown contains {"assertion": "supported", "paths": ["runtime", "package_type"], "message": "until when AWS supports the runtime, which is newer than this policy"} if {
	not since
	object.get(input, "package_type", "Zip") != "Image"
}

not_applicable contains {"assertion": "supported", "paths": ["package_type"], "message": "the function is an image, which brings its own runtime"} if {
	input.package_type == "Image"
}
